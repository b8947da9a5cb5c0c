import { expect, test } from 'vitest'
import { whiskerPath } from './path'

test('a spread is drawn on the days on which it is known, and not between them', () => {
    const path = whiskerPath([[10, 2], [30, 4]], [[10, 8], [30, 5]], 3)
    expect(path).toBe('M7.0 2.0h6M7.0 8.0h6M10.0 2.0L10.0 8.0M27.0 4.0h6M27.0 5.0h6M30.0 4.0L30.0 5.0')
})
