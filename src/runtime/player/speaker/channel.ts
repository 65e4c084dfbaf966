/** Two windows of one deck → messages between them: from a server, and from files, which browsers keep apart as far as they can. */

export interface Channel {
  send(message: object): void
}

/**
 * Two ways at once, as each fails somewhere: a broadcast does not pass between files in every browser, and a window no
 * longer knows the one that it opened once its page was loaded anew. Messages may come twice; all of them bear that.
 *
 * @param other the window at the other end, if this one knows it
 */
export function openChannel(
  other: () => Window | null,
  listen: (message: unknown, from: Window | null) => void,
): Channel {
  const broadcast = broadcastChannel()
  broadcast?.addEventListener('message', ({ data }) => listen(data, null))
  window.addEventListener('message', ({ data, origin, source }) => {
    // A file's origin is the word «null».
    if (origin === self.origin && source !== window) listen(data, source && 'closed' in source ? source : null)
  })
  return {
    send(message) {
      broadcast?.postMessage(message)
      const target = other()
      if (target && target !== window && !target.closed)
        target.postMessage(message, self.origin === 'null' ? '*' : self.origin)
    },
  }
}

function broadcastChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(`talkback ${location.pathname}`)
  } catch {
    return undefined
  }
}
