import type { SandboxMessage } from '../sandbox/sandbox.ts'
import type { Office } from './office.ts'

/** D03 of the demo matters: an ordinary complaint for 市水务集团. */
export const yellowWater: Readonly<Record<string, string>> = {
  标题: '云溪区翠湖苑自来水发黄半个月',
  摘要: '早晚放水都是黄的，物业说管道老化。老人孩子都在用，请水务部门来测一下。',
  来源平台: '本地论坛',
  原文链接: 'https://bbs.binjiang.example.cn/thread/30218',
  分类: 'N2',
  等级: 'ordinary',
  承办单位: '水务集团',
  协办单位: '',
  答复形式: 'same_thread',
  办理时限: '5个工作日',
  办理要求: '请核实水质并公开答复。',
  敏感级别: 'public',
}

/** D11: a provincial site on sewage at a county border; 重大, so the answer needs the chief's signature. */
export const nightSewage: Readonly<Record<string, string>> = {
  ...yellowWater,
  标题: '省级媒体暗访：城郊河道工业废水直排',
  摘要: '报道称临港区和石梁市交界河段夜间排污，附采样照片。',
  来源平台: '省级新闻网站',
  原文链接: 'https://news.example.cn/2026/1123/88.html',
  分类: 'N6',
  等级: 'major',
  承办单位: '市生态环境局',
  协办单位: '住建',
  答复形式: 'statement',
  办理时限: '',
}

/** A 举报件: 市民政局 is accused, 市监察局 handles it. */
export const gifts: Readonly<Record<string, string>> = {
  标题: '反映某镇工作人员在低保评定中收礼',
  摘要: '反映经办人员在低保复核中收受烟酒。',
  来源平台: '微博私信',
  等级: 'serious',
  被举报单位: '市民政局',
  承办单位: '市监察局',
  承办人: '苏静怡',
  审批人: '何文斌',
  办理时限: '',
  办理要求: '请核实。',
}

export const finalReport: Readonly<Record<string, string>> = {
  核查情况: '小区二次供水管网锈蚀，入户水浊度超标。',
  处置措施: '已冲洗管网，11月24日复测合格，年内更换立管。',
  办理结果: 'solved',
  回应链接: 'https://bbs.binjiang.example.cn/thread/30218#reply-7',
}

/** 林晓燕 drafts in the office's group and submits for approval; gives the approval card. */
export async function draft(
  office: Office,
  matter: Readonly<Record<string, string>> = yellowWater,
): Promise<SandboxMessage> {
  const [form] = await office.say('林晓燕', '市网信办', '/交办')
  if (!form) throw new Error('/交办 was not answered')
  await office.press('林晓燕', form, '提交审核', matter)
  return office.card('市网信办', '〔签发〕')
}

/** Drafted by 林晓燕, issued by 周建国; gives the slip card in the group of the lead unit. */
export async function issue(
  office: Office,
  matter: Readonly<Record<string, string>> = yellowWater,
  unit = '市水务集团',
): Promise<SandboxMessage> {
  await office.press('周建国', await draft(office, matter), '签发')
  return office.card(unit, '网舆交〔2026〕')
}

export async function sign(office: Office, handler = '赵海涛', unit = '市水务集团'): Promise<SandboxMessage> {
  const slip = office.card(unit, '〔确认签收〕')
  await office.press(handler, slip, '确认签收')
  return office.card(unit, '网舆交〔2026〕')
}

/** Opens 提交反馈 on the slip card, fills it in and submits; gives the review card in the office's group. */
export async function report(
  office: Office,
  slip: SandboxMessage,
  handler = '赵海涛',
  values: Readonly<Record<string, string>> = finalReport,
): Promise<SandboxMessage> {
  await office.press(handler, slip.messageId, '提交反馈')
  await office.press(handler, slip.messageId, '提交反馈', values)
  return office.card('市网信办', '〔审核通过〕')
}
