import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chats, people } from './binjiang.ts'
import { frozenClock } from './clock.ts'
import { galleryCard, galleryPeople, hostile } from './page/gallery.ts'
import { servePage } from './page-files.ts'
import { createSandbox } from './sandbox.ts'
import { button, cardWith, platformClient, startStubBot } from './support.ts'

const chromiumPath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
)
const why = chromiumPath === undefined ? '（没有找到 Chromium，设 CHROMIUM_PATH 后运行）' : ''

type Json = { [key: string]: unknown }

/** A platform with one conversation, in which the given cards hang; it notes what the page asks of it. */
async function startNoticeBoard(first: Json[]) {
  const board = { cards: first, presses: [] as Json[], answer: {} as Json, url: '', close: async () => {} }
  const tell: (() => void)[] = []
  const app = express()
  app.get('/sandbox/state', (_req, res) => {
    res.json({
      now: Date.parse('2026-11-24T09:12:00+08:00'),
      bot: { open_id: 'ou_bot', name: '交办通' },
      seats: galleryPeople,
      seat: 'ou_zhao',
      chats: [{ chat_id: 'oc_water', name: '市水务集团舆情回应群', kind: 'group', members: galleryPeople }],
      messages: board.cards.map((card, n) => ({
        message_id: `om_${n}`,
        chat_id: 'oc_water',
        sender: { open_id: 'ou_bot', name: '交办通', bot: true },
        create_time: Date.parse('2026-11-24T09:00:00+08:00') + n,
        update_time: Date.parse('2026-11-24T09:00:00+08:00') + n,
        msg_type: 'interactive',
        state: 'sent',
        card,
      })),
      refusals: [],
      deliveries: [],
      faults: {},
    })
  })
  app.get('/sandbox/stream', (_req, res) => {
    res.writeHead(200, { 'content-type': 'text/event-stream' }).write('\n')
    tell.push(() => res.write('event: change\ndata: {}\n\n'))
  })
  app.post('/sandbox/press', express.json(), (req, res) => {
    board.presses.push(req.body as Json)
    res.json(board.answer)
  })
  servePage(app)
  const server: Server = await new Promise((resolve) => {
    const started = app.listen(0, '127.0.0.1', () => resolve(started))
  })
  board.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/#seat=ou_zhao&chat=oc_water`
  board.close = async () => {
    server.close()
    server.closeAllConnections()
  }
  const changed = () => {
    for (const one of tell) one()
  }
  return Object.assign(board, { changed })
}

describe.skipIf(chromiumPath === undefined)(`the messenger page of the sandbox${why}`, () => {
  let browser: Browser
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
    flags.push('--disable-background-networking', '--disable-component-update', '--disable-sync')
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', headless: true, args: flags })
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    complaints = []
    page.on('pageerror', (error) => complaints.push(error.message))
    // A stream cut by a server that ends before its page is no fault of the page.
    page.on('console', (line) => {
      if (line.type() === 'error' && !line.text().includes('net::ERR_')) complaints.push(line.text())
    })
  })
  afterEach(async () => {
    await page.close()
    expect(complaints).toEqual([])
  })

  const toast = (words: string) => page.getByTestId('toast').filter({ hasText: words })

  describe('with a card of every component', () => {
    let board: Awaited<ReturnType<typeof startNoticeBoard>>
    let card: Locator

    beforeEach(async () => {
      board = await startNoticeBoard([galleryCard])
      await page.goto(board.url)
      card = page.locator('[data-message="om_0"] .card')
      await card.waitFor()
    })
    afterEach(() => board.close())

    it('draws each of them, and names the one it does not know', async () => {
      const { body } = galleryCard as { body: { elements: Json[] } }
      const tags = new Set(
        JSON.stringify(body)
          .match(/"tag":"[a-z_]+"/g)
          ?.map((one) => one.slice(7, -1)),
      )
      for (const part of ['plain_text', 'lark_md', 'column', 'standard_icon', 'hologram']) tags.delete(part)
      const drawn = await card
        .locator('[data-tag]')
        .evaluateAll((all) =>
          all
            .filter((one) => one.getBoundingClientRect().height > 0)
            .map((one) => one.getAttribute('data-tag')),
        )
      expect([...tags].filter((tag) => !drawn.includes(tag))).toEqual([])
      expect(await card.locator('.el-unknown').allTextContents()).toEqual(['无法显示的组件：hologram'])
      expect(await card.boundingBox()).toMatchObject({ width: 600 })
    })

    it('leaves what people typed as text: no mention, no picture, no link comes of it', async () => {
      expect(await card.locator('[data-tag="div"] .text').first().textContent()).toBe(hostile)
      expect(await card.locator('.card-subtitle').textContent()).toBe(hostile)
      expect(await card.locator('img, script, .at-all, a[href^="javascript"]').count()).toBe(0)
      expect(await card.locator('.at').allTextContents()).toEqual(['@赵海涛'])
      expect(await card.getByText('请核实').locator('..').textContent()).toContain('<at id=all>')
      expect(await page.title()).not.toBe('1')
    })

    it('stops an incomplete form at the client and marks what is missing', async () => {
      await card.getByLabel('标题').fill('翠湖苑')
      await card.getByRole('button', { name: '提交反馈' }).click()
      await toast('有必填项未填写').waitFor()
      expect(board.presses).toEqual([])
      const missing = await card.locator('.missing').evaluateAll((all) => all.map((one) => one.dataset.field))
      expect(missing).toEqual(['result', 'answer_form'])
    })

    it('submits what was filled in, under the names of the fields', async () => {
      board.answer = { toast: { type: 'success', content: '反馈已提交' } }
      await card.getByLabel('标题').fill('翠湖苑自来水')
      await card.getByLabel('办理情况').fill('第一行\n第二行')
      await card.getByLabel('答复形式').selectOption({ label: '电话答复' })
      await card.locator('[data-field="support"] summary').click()
      await card.getByLabel('市卫健委').check()
      await card.getByLabel('云溪区政府').check()
      await card.getByLabel('承办人').selectOption({ label: '赵海涛' })
      await card.getByLabel('发布时间').fill('2026-11-24T10:15')
      await card.getByLabel('已电话告知网民').check()
      await card.getByRole('button', { name: '提交反馈' }).click()
      await toast('反馈已提交').waitFor()
      expect(board.presses).toEqual([
        {
          seat: 'ou_zhao',
          message_id: 'om_0',
          name: 'submit__1',
          label: '提交反馈',
          values: {
            title: '翠湖苑自来水',
            result: '第一行\n第二行',
            answer_form: 'phone',
            support: ['health', 'yunxi'],
            handler: 'ou_zhao',
            day: '2026-11-24',
            hour: '09:30',
            moment: '2026-11-24 10:15',
            called: true,
          },
        },
      ])
    })

    it('keeps a half-filled form while the card around it is redrawn', async () => {
      await card.getByLabel('办理情况').fill('正在更换管道')
      await card.getByLabel('办理情况').focus()
      const { header, body } = galleryCard as { header: Json; body: { elements: Json[] } }
      const title = { tag: 'plain_text', content: '网舆交〔2026〕12号 · 逾期' }
      board.cards = [
        { ...galleryCard, header: { ...header, title }, body: { elements: body.elements.slice(2) } },
      ]
      board.changed()
      await card.getByText('12号 · 逾期').waitFor()
      expect(await card.getByLabel('办理情况').inputValue()).toBe('正在更换管道')
      expect(await card.getByLabel('办理情况').evaluate((box) => box === document.activeElement)).toBe(true)
    })

    it('asks back where the card says so, and presses nothing that is switched off', async () => {
      expect(await card.getByRole('button', { name: '已停用' }).isDisabled()).toBe(true)
      await card.getByRole('button', { name: '申请退回' }).click()
      await page.getByTestId('confirm').getByRole('button', { name: '取消' }).click()
      expect(board.presses).toEqual([])
      board.answer = { clientError: { code: 200341, text: '应用未在3秒内响应' } }
      await card.getByRole('button', { name: '申请退回' }).click()
      await page.getByTestId('confirm').getByRole('button', { name: '确定' }).click()
      await toast('200341').waitFor()
      expect(board.presses).toMatchObject([{ label: '申请退回' }])
    })

    it('turns the pages of a table', async () => {
      const table = card.locator('[data-tag="table"]')
      expect(await table.locator('tbody tr').count()).toBe(2)
      await table.getByRole('button', { name: '下一页' }).click()
      expect(await table.locator('tbody').textContent()).toContain('市教育局')
    })
  })

  it('draws every official example card without a gap', async () => {
    const folder = new URL('../fixtures/cards/', import.meta.url)
    const cards = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Json)
    const board = await startNoticeBoard(cards.filter((card) => typeof card.body === 'object'))
    await page.goto(board.url)
    await page.locator(`[data-message="om_${board.cards.length - 1}"] .card`).waitFor()
    const unknown = await page.locator('.el-unknown').allTextContents()
    await board.close()
    expect(board.cards.length).toBeGreaterThan(50)
    // One example is a skeleton: its tag is the documentation's placeholder.
    expect(unknown).toEqual(['无法显示的组件：xxx'])
  })

  it('speaks and presses for whoever sits in the chair, and winds the clock', async () => {
    const monday = Date.parse('2026-11-23T09:00:00+08:00')
    const sandbox = await createSandbox({ clock: frozenClock(monday), limits: false })
    const bot = await startStubBot(sandbox.app)
    sandbox.connect(bot.url)
    const api = platformClient(sandbox.url, sandbox.app)
    await api.login()
    await api.sendTo(chats.shuiwuJituan, 'interactive', cardWith(button('确认签收')))
    bot.answer = () => ({ body: '{"toast":{"type":"success","content":"已签收"}}' })

    await page.goto(sandbox.url)
    await page.locator(`.seat[data-seat="${people.linXiaoyan.openId}"]`).click()
    await page.getByTestId('examples').click()
    await page.getByRole('menuitem', { name: '云溪区翠湖苑自来水发黄半个月' }).click()
    expect(await page.getByTestId('composer').inputValue()).toMatch(/^\/交办 云溪区翠湖苑自来水发黄半个月\n/)
    await page.getByTestId('choose').getByText('承办单位 市水务集团').waitFor()

    await page.locator(`.seat[data-seat="${people.zhaoHaitao.openId}"]`).click()
    await page.locator(`[data-pane="${chats.shuiwuJituan}"]`).waitFor()
    expect(await page.getByTestId('examples').isVisible()).toBe(false)
    await page.getByRole('button', { name: '确认签收' }).click()
    await toast('已签收').waitFor()
    expect(bot.heard.at(-1)?.payload).toMatchObject({
      event: { operator: { open_id: people.zhaoHaitao.openId }, action: { value: { do: 'sign' } } },
    })

    await page.getByTestId('composer').fill('/待办')
    await page.getByTestId('send').click()
    await page.locator('.message.own').getByText('@交办通 /待办').waitFor()
    await sandbox.waitFor(() => bot.heard.length === 2)

    await page.getByTestId('wind-next-morning').click()
    await page.getByTestId('clock').getByText('2026年11月24日 周二').waitFor()
    expect(sandbox.clock.now()).toBe(Date.parse('2026-11-24T08:30:00+08:00'))
    await sandbox.close()
    await bot.close()
  })
})
