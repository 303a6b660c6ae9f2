import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCard } from '../sandbox/sandbox.ts'
import { testDatabases } from '../support/database.ts'
import { draft, yellowWater } from '../support/matters.ts'
import { buttonsOn, type Office, openOffice, wordsOn } from '../support/office.ts'

const TOKEN = 'watch-token-of-32-characters-aaa'

describe('what comes in at 市网信办, in one morning', () => {
  let office: Office
  let close = async () => {}
  beforeAll(async () => {
    const [kind] = testDatabases()
    const database = await kind!.open()
    office = await openOffice({ database, intakeTokens: new Map([['舆情监测', TOKEN]]) })
    close = async () => {
      await office.close()
      await database.close()
    }
  })
  afterAll(() => close())

  const push = async (body: unknown) => {
    const answer = await fetch(`${office.app.url}/intake/matters`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}` },
      body: JSON.stringify(body),
    })
    await office.settle()
    return { status: answer.status, body: (await answer.json()) as { reference?: string } }
  }

  const fieldsOf = (words: string) => {
    const { card } = office.card('市网信办', words)
    if (!card) throw new Error('no card')
    return Object.fromEntries(readCard(card).form?.fields.map(({ label, value }) => [label, value]) ?? [])
  }

  it('suggests what the text makes likely, masks telephone numbers, and lets the drafter decide', async () => {
    await office.say(
      '林晓燕',
      '市网信办',
      '/交办 投诉：云溪区翠湖苑自来水发黄半个月没人管\n早晚放水都是黄的，联系13812345678\nhttps://bbs.binjiang.example.cn/thread/30218',
    )
    const fields = fieldsOf('拟制交办单')
    expect(fields.摘要).toContain('138********')
    expect(fields['承办单位（牵头）']).toBe('市水务集团')
    expect(fields.诉求类型).toBeTruthy()
    const words = wordsOn(office.card('市网信办', '拟制交办单'))
    expect(words).toContain('建议（供参考，以您填写的为准）')
    expect(words).toContain('关键词“自来水”')
    expect(words).not.toContain('13812345678')
  })

  it('refuses a text with a secrecy mark and asks to recall it', async () => {
    const [answer] = await office.say('林晓燕', '市网信办', '/交办 机密★20年 某水源地改造方案')
    expect(wordsOn(answer!)).toContain('撤回该消息')
    expect(wordsOn(answer!)).not.toContain('水源地')
  })

  it('puts a report of another system before the office, with the likely duplicate', async () => {
    await office.press('周建国', await draft(office, yellowWater), '签发')
    const { status, body } = await push({
      id: 'W-1',
      title: '翠湖苑自来水又发黄',
      summary: '早晚放水都是黄的，物业说管道老化，老人孩子都在用',
      link: 'http://bbs.binjiang.example.cn/thread/30218?utm_source=app#9',
      author: '三栋四楼',
    })
    expect(status).toBe(201)
    const card = office.card('市网信办', `${body.reference} · 新登记舆情`)
    expect(wordsOn(card)).toContain('系统推送（舆情监测）')
    expect(wordsOn(card)).toContain('可能是重复反映')
    expect(buttonsOn(card)).toEqual(expect.arrayContaining(['拟制交办单', '并入', '不予受理']))
  })

  it('merges it: the main matter counts one more report on its cards, without the name of who wrote it', async () => {
    const card = office.card('市网信办', '新登记舆情')
    await office.press('林晓燕', card, '并入')
    const main = /YQ\d{8}-\d{3}(?=　云溪区翠湖苑)/u.exec(
      wordsOn(office.card('市网信办', '可能是重复反映')),
    )?.[0]
    await office.press('林晓燕', card, '并入', { 并入的舆情编号: main ?? '' })
    const slip = wordsOn(office.card('市水务集团', '网舆交〔2026〕'))
    expect(slip).toContain('重复反映：另有1次')
    expect(slip).not.toContain('三栋四楼')
  })

  it('tells a unit why what it registered was not taken up', async () => {
    const [told] = await office.say('赵海涛', '市水务集团', '/登记 邻市河道有异味\n研判：不在本市')
    expect(wordsOn(told!)).toContain('舆情已登记')
    const card = office.card('市网信办', '邻市河道有异味')
    expect(wordsOn(card)).toContain('初步研判：不在本市')
    await office.press('林晓燕', card, '不予受理')
    await office.press('林晓燕', card, '不予受理', { 不予受理的原因: 'outside_city', 说明: '请向邻市反映' })
    expect(wordsOn(office.card('赵海涛', '不予受理'))).toContain('市外事项。请向邻市反映')
  })

  it('turns away what a court has judged, on a ground of the list, and no unit hears of it', async () => {
    const { body } = await push({
      id: 'W-court',
      title: '法院已判决的房产纠纷要求政府改判',
      summary: '与开发商的购房纠纷二审已判决，发帖人不服，要求有关部门出面。',
      author: '不服的业主',
    })
    const card = office.card('市网信办', `${body.reference} · 新登记舆情`)
    await office.press('林晓燕', card, '不予受理')
    await office.press('林晓燕', card, '不予受理', { 不予受理的原因: 'in_procedure' })
    const settled = wordsOn(office.card('市网信办', '法院已判决的房产纠纷'))
    expect(settled).toContain('已进入诉讼、仲裁、复议或信访程序')
    expect(settled).not.toContain('〔拟制交办单〕')
    const [again] = await office.say('林晓燕', '市网信办', `/交办 ${body.reference}`)
    expect(buttonsOn(again!)).not.toContain('提交审核')
    for (const { name } of office.sandbox.city.bodies.filter((one) => one.name !== '市网信办'))
      expect(office.cards(name, '房产纠纷'), name).toEqual([])
  })

  it('tells of many at once with one card, from which each can be taken up', async () => {
    const before = office.cards('市网信办', '新登记').length
    const { body } = await push(
      ['路口红灯不亮', '广场积水', '健身器材损坏', '井盖松动'].map((title, n) => ({ id: `B-${n}`, title })),
    )
    expect(JSON.stringify(body)).toContain('"status":201')
    expect(office.cards('市网信办', '新登记').length).toBe(before + 1)
    const summary = wordsOn(office.card('市网信办', '新登记4件'))
    const ref = /YQ\d{8}-\d{3}(?=　井盖松动)/u.exec(summary)?.[0]
    await office.say('林晓燕', '市网信办', `/交办 ${ref}`)
    expect(fieldsOf('拟制交办单').标题).toBe('井盖松动')
  })
})
