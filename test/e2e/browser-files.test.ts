import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { browserPath, openScreen, type Screen, whyNoBrowser } from '../support/browser.ts'
import { withCleanDatabase } from '../support/database.ts'
import { issue, sign } from '../support/matters.ts'
import { type Office, openOffice } from '../support/office.ts'

const WATER = '市水务集团舆情回应群'
const PRIVATE = '交办通'

describe.skipIf(browserPath === undefined)(
  `files before the screen${whyNoBrowser}`,
  { timeout: 120_000 },
  () => {
    const database = withCleanDatabase()
    let office: Office
    let screen: Screen

    beforeEach(async () => {
      office = await openOffice({ database: database() })
      await issue(office)
      await sign(office)
      screen = await openScreen(office.sandbox.url)
    })
    afterEach(async () => {
      await screen?.close()
      await office?.close()
    })

    it('one is sent, answered with the command, stands on the slip card, and comes back in private', async () => {
      await screen.sit('赵海涛', WATER)
      const buffer = Buffer.from('%PDF-1.7 翠湖苑水质检测报告')
      const report = { name: '水质检测报告.pdf', mimeType: 'application/pdf', buffer }
      await screen.page.getByTestId('file-input').setInputFiles(report)
      await screen.message(report.name).getByTitle('回复这条消息').click()
      await screen.say('/附件')
      await screen.message('已收为网舆交〔2026〕1号的附件').waitFor()
      const slip = screen.message('办理中')
      await slip.getByText('附件（1份）').click()
      await slip.getByText(report.name).waitFor()
      await screen.picture('附件')
      await screen.sit('赵海涛', PRIVATE)
      await screen.say('/附件 1号')
      await screen.message('请在11月23日').waitFor()
      const download = screen.page.waitForEvent('download')
      await screen.page.getByTestId('file').last().click()
      expect((await download).suggestedFilename()).toBe(report.name)
      await screen.picture('附件清单')
      expect(screen.complaints).toEqual([])
    })
  },
)
