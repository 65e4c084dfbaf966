/** The environment → the date that files carry, the same for every build of the same notes. */

/** SOURCE_DATE_EPOCH (seconds since 1970), which builds that can be repeated agree on, or the start of the century. */
export function fixedDate(env: NodeJS.ProcessEnv): Date {
  const epoch = env['SOURCE_DATE_EPOCH'] ?? ''
  return /^\d{1,12}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date(Date.UTC(2000, 0, 1))
}
