import { describe, expect, it } from 'vitest'
import { bearsSecrecyMark } from '../../src/domain/secrecy.ts'

describe('a secrecy mark', () => {
  it.each([
    '机密★20年\n关于某事的通知',
    '绝密★',
    '秘 密 ★ 长期',
    '秘密☆1年',
    '【机密】请各单位阅知',
    '（涉密）会议纪要',
    '[秘密] 会议材料',
    '密级：秘密',
    '密级:机密\n正文',
    '机密\n关于某事的请示',
    '工作秘密\n内容如下',
    '涉密文件，请勿外传',
    '本件属于工作秘密，请妥善保管',
    '此文件为国家秘密',
    '机密 10年',
  ])('is found in %s', (text) => {
    expect(bearsSecrecyMark(text)).toBe(true)
  })

  it.each([
    '有人泄密，希望查处',
    '学习国家秘密法，做好保密工作',
    '某员工涉嫌侵犯商业秘密罪',
    '该公司的商业秘密被盗',
    '秘密花园小区自来水发黄',
    '网民称有工作人员涉密会议上拍照',
    '机密度不够的包装箱',
    '他们秘密转移了设备',
    '涉密岗位怎么报考？请问',
    '云溪区翠湖苑自来水发黄半个月',
  ])('is not found in %s', (text) => {
    expect(bearsSecrecyMark(text)).toBe(false)
  })
})
