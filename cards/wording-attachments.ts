import type { Instant } from '../src/domain/time.ts'
import { moment } from './wording-times.ts'

const MB = 1024 * 1024

/** Sentences about 佐证材料. */
export const attachmentLines = {
  word: '附件',
  title: (count: number): string => `附件（${count}份）`,
  ofOffice: (office: string, count: number): string => `${office}存证（${count}份）`,
  file: (n: number, name: string, bytes: number): string => `${n}. ${name}（${sizeWord(bytes)}）`,
  origin: (by: string, at: Instant, mark: string, now: Instant): string =>
    `　${by}　${moment(at, now)}提交　校验码${mark}`,
  more: (count: number, no: string): string => `另有${count}份，发送“/附件 ${no}”可全部查看。`,
  none: '尚无附件。需要提交的，请引用文件或图片消息发送“/附件”，也可与本应用单聊后发送。',
  hidden: (count: number, no: string): string => `附件${count}份，请与本应用单聊，发送“/附件 ${no}”查看。`,
  untold: (count: number): string => `附件${count}份，名称未能显示。`,
  following: '文件随后逐份发出。',
  await: (until: Instant, now: Instant): string =>
    `需要提交的，请在${moment(until, now)}前直接把文件发到这里（PDF、Word、Excel文件或JPG、PNG图片，20MB以内）。`,
  got: '已收附件',
  gotOf: (no: string): string => `已收为${no}的附件，交办单和市网信办审核卡片上均可看到。`,
  gotOfMatter: (ref: string): string => `已收为${ref}的存证，承办单位不可见。`,
  kept: (count: number, no: string): string => `另有本办存证${count}份，发送“/附件 ${no}”可查看。`,
  sent: '已发单聊',
  sentOf: (no: string): string => `${no}的附件已发到您与本应用的单聊，请查看。`,
} as const

/** As file managers write it: 1.2MB, 340KB. */
function sizeWord(bytes: number): string {
  return bytes >= MB ? `${(bytes / MB).toFixed(1)}MB` : `${Math.max(1, Math.round(bytes / 1024))}KB`
}

/** Why a file somebody sent could not be fetched. */
export const unreachableWords = {
  too_large: '文件超过飞书可供下载的大小，未能收存，请压缩到20MB以内重新发送',
  restricted:
    '本群开启了防泄密（保密）模式，飞书不允许下载群内文件，请与本应用单聊，先发送“/附件 文号”再发文件',
  forwarded: '合并转发和卡片中的文件无法收存，请把文件单独发送后再引用',
  gone: '该文件已撤回或已失效，请重新发送后再引用',
  outside: '外部群中的文件无法收存，请与本应用单聊，先发送“/附件 文号”再发文件',
  scope_missing: '本应用尚无读取消息中文件的权限，请联系管理员开通',
  other: '文件未能取得，请稍后重新发送',
} as const
