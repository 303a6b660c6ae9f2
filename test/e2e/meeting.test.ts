import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnDatabases } from '../support/database.ts'
import { issue, yellowWater } from '../support/matters.ts'
import { buttonsOn, type Office, openOffice, wordsOn } from '../support/office.ts'

/** D18: owners of an unfinished estate gather before the district government. */
const gathering: Readonly<Record<string, string>> = {
  ...yellowWater,
  标题: '某楼盘业主集体在区政府门口讨说法',
  摘要: '楼盘延期交付，约两百人聚集，网上有人组织周末再去。',
  来源平台: '微博',
  原文链接: 'https://weibo.com/1/D18',
  分类: 'U2',
  等级: 'major',
  承办单位: '云溪区政府',
  协办单位: '市信访局',
  答复形式: 'statement',
  办理时限: '',
  办理要求: '请现场接访并发布情况通报。',
}

describeOnDatabases('联席会议 on a matter', (database) => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice({ database: database() })
  })
  afterEach(() => office.close())

  it('D18: called within two hours, confirmed by name, minuted, and its decisions become slips', async () => {
    await issue(office, gathering, '云溪区政府')
    const [form] = await office.say('程雅琴', '市政府办公室', '/会商 1号')
    expect(wordsOn(form!)).toContain('市公安局、市监察局、市应急办、市信访局、云溪区政府')
    expect(
      await office.press('程雅琴', form!, '发出会商通知', {
        议题: '业主聚集事件处置和口径',
        会议时间: '2小时',
        地点或方式: '市政府302会议室',
        议程: '通报情况，商定口径和分工。',
        专用群用途: '聚集事件处置联络',
        专用群负责人: '程雅琴',
        拟解散日期: '12月23日',
      }),
    ).toMatchObject({ toast: { type: 'success' } })

    const notice = office.card('市公安局', '〔确认参会〕')
    expect(wordsOn(notice)).toContain('11月23日（周一）11:00召开会商')
    const both = await Promise.all([
      office.press('徐鹏飞', notice, '确认参会'),
      office.press('高云霞', notice, '确认参会'),
    ])
    expect(both.map(({ toast }) => toast?.type).sort()).toEqual(['info', 'success'])
    const card = office.card('市网信办', '参会回执').messageId
    expect(wordsOn(office.card('市网信办', '参会回执'))).toMatch(/市公安局　(徐鹏飞|高云霞)/)
    expect(wordsOn(office.card('市网信办', '参会回执'))).toMatch(/尚未回执：[^\n]*市应急办/)

    await office.wind('2026-11-23T12:00:00+08:00')
    await office.press('林晓燕', card, '记录纪要')
    await office.press('林晓燕', card, '记录纪要', {
      主持人: '梁宏达',
      会议认为: '情况总体可控，须当日发布通报，防止周末再次聚集。',
    })
    await office.press('周建国', card, '增加议定事项')
    await office.press('周建国', card, '增加议定事项', {
      议定内容: '请依法处置网上组织聚集的信息。',
      责任单位: '公安',
      办理方式: 'support',
      办理时限: '24小时',
    })
    await office.press('周建国', card, '增加议定事项')
    await office.press('周建国', card, '增加议定事项', {
      议定内容: '请于今晚八点前发布情况通报。',
      责任单位: '云溪区',
      办理方式: 'lead',
    })

    const slip = office.card('市公安局', '网舆交〔2026〕3号')
    expect(wordsOn(slip)).toContain('请依法处置网上组织聚集的信息')
    expect(await office.press('徐鹏飞', slip, '确认签收')).toMatchObject({ toast: { type: 'success' } })
    expect(wordsOn(office.card('云溪区政府', '更正'))).toContain('今晚八点前发布情况通报')
    const minutes = wordsOn(office.card('市应急办', '会议纪要'))
    expect(minutes).toContain('情况总体可控')
    expect(minutes).toContain('1. 请依法处置网上组织聚集的信息')
    expect(minutes).toContain('已更正网舆交〔2026〕1号')
    expect(buttonsOn(office.card('市应急办', '会议通知'))).not.toContain('确认参会')
  })

  it('is not for a unit to call, and the group of a unit is no place for it', async () => {
    await issue(office)
    office.invite('林晓燕', '市水务集团')
    const [inGroup] = await office.say('林晓燕', '市水务集团', '/会商 1号')
    expect(wordsOn(inGroup!)).toContain('未能办理')
    const [inPrivate] = await office.say('赵海涛', '赵海涛', '/联席会议 1号')
    expect(wordsOn(inPrivate!)).toContain('须由网信办工作人员办理')
    const [unknown] = await office.say('林晓燕', '市网信办', '/会商 YQ20261123-009')
    expect(wordsOn(unknown!)).toContain('没有查到该件')
    const [known] = await office.say('林晓燕', '市网信办', '/会商 yq20261123-001')
    expect(wordsOn(known!)).toContain('发出会商通知')
  })
})
