import { describe, expect, it } from 'vitest'
import { suppress } from '../../src/domain/figures.ts'

describe('a figure that 举报件 may be part of', () => {
  it.each([0, 1, 4])('under five is not told: %i', (count) => {
    expect(suppress(count)).toBe('少于5')
  })

  it('from five on is told as it is', () => {
    expect([5, 12].map(suppress)).toEqual(['5', '12'])
  })
})
