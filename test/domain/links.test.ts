import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkKey } from '../../src/domain/links.ts'

describe('two links to one post', () => {
  it.each([
    ['https://BBS.Example.cn/t/1', 'http://bbs.example.cn/t/1/'],
    ['https://bbs.example.cn/t/1?utm_source=wx&from=groupmessage', 'https://bbs.example.cn/t/1'],
    ['https://bbs.example.cn/t/1#reply-7', 'https://bbs.example.cn/t/1'],
    ['https://m.weibo.cn/status/4988', 'https://weibo.com/status/4988'],
    ['https://www.douyin.com/video/73', 'https://www.iesdouyin.com/share/video/73/?share_id=x'],
    ['https://wap.example.cn/a?id=3&page=1', 'https://www.example.cn/a?page=1&id=3'],
    ['https://bbs.example.cn/t?q=%E6%B0%B4+%26', 'https://bbs.example.cn/t?q=水%20%26'],
  ])('%s is %s', (one, other) => {
    expect(linkKey(one)).not.toBeNull()
    expect(linkKey(one)).toBe(linkKey(other))
  })

  it.each([
    ['https://bbs.example.cn/t?id=1', 'https://bbs.example.cn/t?id=2'],
    ['https://bbs.example.cn/t/1', 'https://news.example.cn/t/1'],
    ['https://bbs.example.cn/t/A', 'https://bbs.example.cn/t/a'],
  ])('%s is not %s', (one, other) => {
    expect(linkKey(one)).not.toBe(linkKey(other))
  })

  it('is nothing where no browser goes', () => {
    for (const text of ['', '翠湖苑', 'javascript:alert(1)', 'ftp://example.cn/a']) {
      expect(linkKey(text)).toBeNull()
    }
  })

  it('has one spelling, however often it is spelled', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const key = linkKey(url)
        expect(linkKey(`https://${key}`)).toBe(key)
      }),
      { numRuns: 3000 },
    )
  })
})
