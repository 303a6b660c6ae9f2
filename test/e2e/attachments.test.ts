import { afterEach, beforeEach, expect, it } from 'vitest'
import type { SandboxMessage } from '../sandbox/sandbox.ts'
import { describeOnDatabases } from '../support/database.ts'
import { gifts, issue, report as reported, sign } from '../support/matters.ts'
import { type Office, openOffice, wordsOn } from '../support/office.ts'
import { zipOf } from '../support/zip.ts'

const pdf = (words: string) => ({ name: `${words}.pdf`, bytes: Buffer.from(`%PDF-1.7\n${words}`) })
const jpg = (words: string) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(words)])
const waterReport = pdf('翠湖苑水质检测报告')
const NO = '网舆交〔2026〕1号'

describeOnDatabases('附件', (database) => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice({ database: database() })
  })
  afterEach(() => office.close())

  const chatOf = (where: string, name: string) =>
    where === name ? office.sandbox.privateChat(office.id(name)) : office.group(where)

  /** What the bot said in those chats since. */
  async function heard(chats: readonly string[], act: () => Promise<unknown>): Promise<SandboxMessage[]> {
    const all = () => chats.flatMap((chat) => office.sandbox.messages(chat))
    const before = new Set(all().map(({ messageId }) => messageId))
    await act()
    await office.settle()
    return all().filter(({ messageId, byBot }) => byBot && !before.has(messageId))
  }

  const words = (messages: readonly SandboxMessage[]) => messages.map(wordsOn).join('\n')

  /** Sends the file into the group, then quotes it with the command. */
  async function quote(name: string, where: string, file: typeof waterReport, command = `/附件 ${NO}`) {
    const chat = chatOf(where, name)
    const { messageId } = await office.sandbox.sendFile(office.id(name), chat, file)
    return words(await office.say(name, where, command, messageId))
  }

  /** A file by itself in private. */
  async function send(name: string, file: typeof waterReport): Promise<string> {
    const chat = office.sandbox.privateChat(office.id(name))
    return words(
      await heard([chat], async () => (await office.sandbox.sendFile(office.id(name), chat, file)).delivered),
    )
  }

  const bytesOf = (message: SandboxMessage) => office.sandbox.fileOf(message.files?.[0] ?? '')?.bytes

  it('quoted in the group it is kept, told on the slip card and before the office, and given back byte for byte', async () => {
    const slip = await issue(office)
    expect(await quote('赵海涛', '市水务集团', waterReport)).toContain('请先确认签收')
    await sign(office)
    expect(await quote('赵海涛', '市水务集团', waterReport)).toContain(`已收为${NO}的附件`)
    expect(await quote('赵海涛', '市水务集团', { ...waterReport, name: '副本.pdf' })).toContain(
      '无需重复发送',
    )
    const pictures = [jpg('阀门'), jpg('水箱')]
    const said = await office.sandbox.say(office.id('赵海涛'), office.group('市水务集团'), '/附件 1号', {
      pictures,
    })
    await said.delivered
    await office.settle()
    const review = await reported(office, slip)
    for (const card of [slip, review]) {
      expect(
        wordsOn(office.sandbox.messages(card.chatId).find((one) => one.messageId === card.messageId)!),
      ).toMatch(
        /附件（3份）[\s\S]*翠湖苑水质检测报告\.pdf[\s\S]*赵海涛[\s\S]*校验码[0-9a-f]{12}[\s\S]*图片2\.jpg[\s\S]*图片3\.jpg/,
      )
    }
    const listed = await office.say('林晓燕', '市网信办', `/附件 ${NO}`)
    expect(wordsOn(listed[0]!)).toContain('附件（3份）')
    expect(listed.slice(1).map(bytesOf)).toEqual([waterReport.bytes, ...pictures])
    const inUnit = await heard([office.group('市水务集团')], () =>
      office.say('赵海涛', '市水务集团', '/附件', slip.messageId),
    )
    expect(inUnit.filter(({ msgType }) => msgType === 'file')).toHaveLength(3)
  })

  it('in private the number comes first, and files are taken for ten minutes', async () => {
    await issue(office)
    await sign(office)
    expect(await send('赵海涛', waterReport)).toContain('请先发送“/附件 文号”')
    expect(words(await office.say('赵海涛', '赵海涛', `/附件 ${NO}`))).toContain(
      '请在11月23日（周一）09:10前',
    )
    expect(await send('赵海涛', waterReport)).toContain('已收为')
    const table = {
      name: '复测结果.xlsx',
      bytes: Buffer.from(zipOf(['[Content_Types].xml', 'xl/workbook.xml'])),
    }
    expect(await send('赵海涛', table)).toContain('已收为')
    const spoken = await heard([office.sandbox.privateChat(office.id('赵海涛'))], async () => {
      const said = await office.sandbox.say(office.id('赵海涛'), 'p2p', '现场照片', {
        pictures: [jpg('阀门')],
      })
      await said.delivered
    })
    expect(words(spoken)).toContain('已收为')
    await office.wind('2026-11-23T09:11:00+08:00')
    expect(await send('赵海涛', pdf('另一份'))).toContain('请先发送“/附件 文号”')
  })

  it('what is not taken is told why, and how it can be done', async () => {
    await issue(office)
    await sign(office)
    const group = '市水务集团'
    const large = {
      name: '视频.pdf',
      bytes: Buffer.concat([waterReport.bytes, Buffer.alloc(20 * 1024 * 1024)]),
    }
    expect(await quote('赵海涛', group, large)).toContain('超过20MB')
    expect(await quote('赵海涛', group, { name: '报告.pdf', bytes: Buffer.from('MZ\u0090') })).toContain(
      '以文件实际内容为准',
    )
    expect(await quote('赵海涛', group, { ...waterReport, name: '机密★10年.pdf' })).toContain('密级标志')
    office.sandbox.faults.next('file_too_large', { matching: '/resources/' })
    expect(await quote('赵海涛', group, waterReport)).toContain('压缩到20MB以内')
    office.sandbox.faults.next('scope_missing', { matching: '/resources/' })
    expect(await quote('赵海涛', group, waterReport)).toContain('权限')
    office.sandbox.faults.next('http500', { matching: '/resources/' })
    expect(await quote('赵海涛', group, pdf('一时不通'))).toContain('已收为')
    office.sandbox.restrict(office.group(group))
    expect(await quote('赵海涛', group, waterReport)).toMatch(/防泄密[\s\S]*链接/)
    office.sandbox.faults.next('scope_missing', { matching: '/im/v1/files' })
    expect(words(await office.say('赵海涛', group, `/附件 ${NO}`))).toContain('尚无发送文件的权限')
  })

  it('is of those who handle it: a stranger, another unit and its group learn nothing; the office keeps its own', async () => {
    await issue(office)
    await sign(office)
    await quote('赵海涛', '市水务集团', waterReport)
    expect(await quote('刘志强', '市住建局', waterReport)).toContain('没有查到该件')
    expect(words(await office.say('刘志强', '刘志强', `/附件 ${NO}`))).toContain('没有查到该件')
    expect(await quote('林晓燕', '市网信办', pdf('原帖截图'))).toContain('承办单位不可见')
    const forUnit = await office.say('赵海涛', '赵海涛', `/附件 ${NO}`)
    expect(words(forUnit)).not.toContain('原帖截图')
    expect(forUnit.filter(({ msgType }) => msgType === 'file').map(bytesOf)).toEqual([waterReport.bytes])
    const ofMatter = await office.say('林晓燕', '林晓燕', '/附件 YQ20261123-001')
    expect(words(ofMatter)).toMatch(/存证（1份）[\s\S]*原帖截图/)
    const forOffice = await office.say('林晓燕', '林晓燕', `/附件 ${NO}`)
    expect(words(forOffice)).toContain('原帖截图')
    expect(forOffice.filter(({ msgType }) => msgType === 'file')).toHaveLength(2)
  })

  it('of a 举报件 goes between the named in private; the accused get the answer of a slip that does not exist', async () => {
    const [form] = await office.say('林晓燕', '林晓燕', '/举报')
    await office.press('林晓燕', form!.messageId, '提交审核', gifts)
    await office.press('何文斌', office.card('何文斌', '〔签发〕'), '签发')
    await office.press('苏静怡', office.card('苏静怡', '〔确认签收〕'), '确认签收')
    const no = '网舆密〔2026〕1号'
    expect(words(await office.say('苏静怡', '苏静怡', `/附件 ${no}`))).toContain('尚无附件')
    expect(await send('苏静怡', pdf('谈话笔录'))).toContain('已收为')
    const mine = await office.say('何文斌', '何文斌', `/附件 ${no}`)
    expect(words(mine)).toContain('谈话笔录.pdf')
    expect(mine.filter(({ msgType }) => msgType === 'file')).toHaveLength(1)
    const nothing = words(await office.say('牛慧芳', '牛慧芳', '/附件 网舆密〔2026〕9号'))
    expect(words(await office.say('牛慧芳', '牛慧芳', `/附件 ${no}`))).toBe(nothing)
    expect(await quote('苏静怡', '市监察局', pdf('谈话笔录'), `/附件 ${no}`)).toContain('没有查到该件')
    const groups = office.sandbox.chats().filter(({ kind }) => kind === 'group')
    const said = groups.flatMap(({ chatId }) => office.sandbox.messages(chatId)).filter(({ byBot }) => byBot)
    expect(words(said)).not.toMatch(/谈话笔录|网舆密/)
  })
})
