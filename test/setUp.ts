/** Properties → the same cases in every run: what fails, fails for everyone. FC_SEED=<number> looks at others. */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20181113) })
