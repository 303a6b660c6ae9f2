import { describe, expect, it } from 'vitest'
import { answerPlaceProblem } from '../../src/domain/answer-place.ts'
import { signedSlip } from '../support/builders.ts'
import { 王立 } from '../support/people.ts'
import { reportFirstResponse, yellowWater } from '../support/wishes.ts'

const published = (link: string | null, noLinkReason: string | null = null) => ({
  publishedAt: 0,
  link,
  noLinkReason,
})
const onForum = { ...yellowWater, platform: '本地论坛', link: 'https://bbs.example.cn/t/3301' }
const onWeibo = { ...yellowWater, platform: '微博', link: 'https://weibo.com/1/N2' }
const elsewhere = { field: 'no_link_reason', why: 'other_platform' }

describe('舆情出现在哪里，就在哪里回应', () => {
  it.each([
    ['the same thread', onForum, 'https://bbs.example.cn/t/3301#r2'],
    ['another page of the same site', onForum, 'https://www.example.cn/notice/1'],
    ['another address of the same platform', onWeibo, 'https://m.weibo.cn/status/9'],
    [
      'the platform by its name, where the matter has no link',
      { ...onWeibo, link: null },
      'https://weibo.com/2/X',
    ],
    ['a site that cannot be told', { ...onForum, link: null }, 'https://bbs.example.com/t/1'],
  ])('an answer on %s is in its place', (_, brief, link) => {
    expect(answerPlaceProblem(published(link), brief)).toBeNull()
  })

  it.each([
    ['another platform', onWeibo, 'https://www.douyin.com/video/1'],
    ['another site', onForum, 'https://www.binjiang.gov.cn/notice/1'],
    ['a platform that is not the one named', { ...onForum, link: null }, 'https://weibo.com/2/X'],
    ['a neighbour under gov.cn', { ...onForum, link: 'https://a.gov.cn/1' }, 'https://b.gov.cn/1'],
  ])('an answer on %s says why', (_, brief, link) => {
    expect(answerPlaceProblem(published(link), brief)).toEqual(elsewhere)
    expect(answerPlaceProblem(published(link, '原帖已删除，已在官网回应'), brief)).toBeNull()
  })

  it('an answer without a link says why, in any form', () => {
    const statement = { ...onForum, answerForm: 'statement' } as const
    expect(answerPlaceProblem(published(null), statement)).toEqual({
      field: 'no_link_reason',
      why: 'missing',
    })
    expect(answerPlaceProblem(published(null, '原帖已删除'), statement)).toBeNull()
  })

  it('does not bind where the office asked for another form of answer', () => {
    const statement = { ...onForum, answerForm: 'statement' } as const
    expect(answerPlaceProblem(published('https://www.binjiang.gov.cn/notice/1'), statement)).toBeNull()
  })

  it('is asked of 王立 when he enters an answer elsewhere', () => {
    const slip = signedSlip()
    const wish = reportFirstResponse()
    const away = slip.when((dossier, now) => {
      const command = wish(dossier, now)
      return command.type === 'report_first_response'
        ? { ...command, link: 'https://weibo.com/1/N3' }
        : command
    }, 王立)
    expect(away.decision).toEqual({
      kind: 'refused',
      refusal: { code: 'form_incomplete', problems: [elsewhere] },
    })
  })
})
