/** Fonts made for these tests → what every browser finds that they start, and nothing that happens to be installed. */
import { inject } from 'vitest'

process.env['FONTCONFIG_FILE'] = inject('fontconfig')
