import { expect } from 'vitest'
import type { Office } from './office.ts'
import type { Story } from './story.ts'

/** `11-02 09:00`, of the year the demo matters happen in. */
export const moment = (text: string) => `2026-${text.replace(' ', 'T')}:00+08:00`

/** Lets time pass until `11-02 09:00`, and the bot do what it owes by then. */
export const at = (office: Office, text: string) => office.wind(moment(text))

/** Closed, nothing left to press, and quiet all along: at most three messages in each unit's group. */
export function finishedInPeace(story: Story, ...units: string[]): void {
  for (const unit of units) {
    finished(story, unit)
    expect(story.heard(unit, unit).length, `messages to ${unit}`).toBeLessThanOrEqual(3)
  }
}

/** Closed, and nothing left to press but links. */
export function finished(story: Story, ...units: string[]): void {
  for (const unit of units) {
    expect(story.reads(unit)).toContain('已办结')
    expect(story.offers(unit).filter((button) => !button.startsWith('查看'))).toEqual([])
  }
}

/** A 协办 unit tells the office what it found; where it owes a public answer itself, it points to the lead's. */
export async function joins(
  story: Story,
  unit: string,
  values: Readonly<Record<string, string>>,
  answer?: string,
): Promise<void> {
  const owes = answer !== undefined && story.offers(unit).includes('登记首次回应')
  await story.reports(unit, { ...values, ...(owes ? { 回应链接: answer } : {}) })
  if (story.offers(unit).includes('送签')) await story.signsOff(unit)
  await story.accepts(unit)
}
