import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { browserPath, openScreen, type Screen, whyNoBrowser } from '../support/browser.ts'
import { withCleanDatabase } from '../support/database.ts'
import { type Office, openOffice } from '../support/office.ts'

const OFFICE = '市网信办舆情处置群'
const WATER = '市水务集团舆情回应群'
const SUPERVISORS = '市政府督查室督办群'
const LEADERS = '市领导舆情专报群'
const PRIVATE = '交办通'

const pasted = `/交办 云溪区翠湖苑自来水发黄半个月
早晚放水都是黄的，物业说管道老化。老人孩子都在用，请水务部门来测一下。
https://bbs.binjiang.example.cn/thread/30218`

const rest = {
  来源平台: '本地论坛',
  分类: '涉及切身利益的合理诉求',
  等级: '一般',
  '承办单位（牵头）': '水务集团',
  办理时限: '5个工作日',
  办理要求: '请核实水质并公开答复。',
}

describe.skipIf(browserPath === undefined)(
  `a day before the screen${whyNoBrowser}`,
  { timeout: 120_000 },
  () => {
    const database = withCleanDatabase()
    let office: Office
    let screen: Screen

    beforeEach(async () => {
      office = await openOffice({ database: database() })
      office.clock.onWind(() => office.app.tick())
      screen = await openScreen(office.sandbox.url)
      process.stdout.write(`pictures of the walk: ${screen.folder}\n`)
    })
    afterEach(async () => {
      await screen?.picture('散场')
      await screen?.close()
      await office?.close()
    })

    /** 林晓燕 drafts from pasted text, 周建国 issues. */
    async function issue(number: string): Promise<void> {
      await screen.sit('林晓燕', OFFICE)
      await screen.say(pasted)
      await screen.message('拟制中').getByRole('button', { name: '提交审核' }).waitFor()
      await screen.picture('拟稿')
      await screen.fill(rest)
      await screen.press('提交审核')
      await screen.message('请审核').or(screen.message('待签发')).last().waitFor()
      await screen.sit('周建国', OFFICE)
      await screen.picture('签发')
      await screen.press('签发')
      await screen.sit('赵海涛', WATER)
      await screen.message(number).getByRole('button', { name: '确认签收' }).waitFor()
      await screen.picture('待签收')
    }

    it('takes a complaint from pasted text to 已办结 by clicks and keys alone', async () => {
      await issue('网舆交〔2026〕1号')
      // The picture of the README is taken here when its file is named.
      const portrait = process.env.SLIP_PICTURE
      if (portrait) await screen.portrait(screen.message('网舆交〔2026〕1号'), portrait)
      await screen.press('确认签收')
      await screen.message('1号').getByText('已签收').first().waitFor()
      await screen.picture('已签收')

      await screen.press('提交反馈')
      await screen.message('提交办理反馈').getByLabel('核查情况').waitFor()
      await screen.picture('反馈表单')
      await screen.fill({
        核查情况: '小区二次供水管网锈蚀，入户水浊度超标。',
        处置措施及结果: '已冲洗管网，11月24日复测合格，年内更换立管。',
        办理结果: '已解决',
      })
      await screen.press('提交反馈')
      await screen.message('所填内容已为您保留').waitFor()
      await screen.picture('反馈不完整')
      const form = screen.message('所填内容已为您保留')
      expect(await form.getByLabel('核查情况').inputValue()).toBe('小区二次供水管网锈蚀，入户水浊度超标。')

      await screen.fill({ 回应链接: 'https://bbs.binjiang.example.cn/thread/30218#reply-7' })
      await screen.press('提交反馈')
      await screen.message('1号').getByText('待审核').first().waitFor()
      await screen.picture('待审核')

      await screen.sit('林晓燕', OFFICE)
      await screen.picture('审核')
      await screen.press('审核通过')
      await screen.message('1号').getByText('已办结').first().waitFor()
      await screen.picture('已办结-网信办')
      await screen.sit('赵海涛', WATER)
      await screen.message('1号').getByText('已办结').first().waitFor()
      expect(await screen.page.getByRole('button', { name: '提交反馈' }).count()).toBe(0)
      await screen.picture('已办结-承办单位')
    })

    it('brings a slip nobody answers before the supervisors and the leaders, who act on it', async () => {
      await issue('网舆交〔2026〕1号')
      await screen.wind('+4小时', '11月23日（周一） 13:00')
      await screen.wind('+4小时', '11月23日（周一） 17:00')
      await screen.message('催办').waitFor()
      // Offered to who has scrolled away from the newest message.
      const fresh = screen.page.getByTestId('fresh')
      if (await fresh.isVisible()) await fresh.click()
      await screen.picture('催办')
      await screen.wind('+5个工作日', '11月30日（周一） 17:00')
      await screen.picture('逾期')

      await screen.sit('宋明远', LEADERS)
      await screen.message('1号').getByRole('button', { name: '已阅' }).waitFor()
      await screen.picture('领导专报')
      await screen.press('已阅')
      await screen
        .message('1号')
        .getByText(/宋明远.*已阅|已阅.*宋明远/)
        .first()
        .waitFor()
      await screen.press('批示')
      await screen.message('作出批示').waitFor()
      await screen.picture('批示表单')
      await screen.fill({ 批示内容: '请今日内签收并说明原因。' })
      await screen.press('批示')
      await screen.page.getByLabel('批示内容').waitFor({ state: 'detached' })
      await screen.picture('已批示')
      await screen.sit('王振江', PRIVATE)
      await screen.message('请今日内签收并说明原因').waitFor()
      await screen.picture('批示送达主要领导')

      await screen.sit('马振华', SUPERVISORS)
      await screen.picture('督办提请')
      await screen.press('签发督办')
      await screen.message('签发督办通知').waitFor()
      await screen.picture('督办表单')
      await screen.fill({ 督办要求: '主要负责同志亲自过问，书面报告。' })
      await screen.press('签发督办')
      await screen.message('政督字〔2026〕1号').waitFor()
      await screen.picture('督办已签发')
      await screen.sit('赵海涛', WATER)
      await screen.message('政督字〔2026〕1号').waitFor()
      await screen.picture('督办到群')
      expect(screen.complaints).toEqual([])
    })
  },
)
