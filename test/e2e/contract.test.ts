import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyNamed, peopleOf } from '../sandbox/city.ts'
import { type PressResult, readCard, type SandboxMessage } from '../sandbox/sandbox.ts'
import {
  buttonsOn,
  complaint,
  draft,
  finalReport,
  issue,
  type Outside,
  openOutside,
  report,
  slipNoOn,
  wordsOn,
  yearNow,
} from '../support/outside.ts'

let city: Outside
beforeAll(async () => {
  city = await openOutside()
  await city.start()
}, 90_000)
afterAll(() => city.close())

const done = { toast: { type: 'success' } }

/** A no is told in words under HTTP 200, and never looks like a yes. */
function expectRefusal(result: PressResult): void {
  expect(result.clientError).toBeUndefined()
  expect(result.delivery?.attempts).toMatchObject([{ status: 200 }])
  expect(result.toast?.type).not.toBe('success')
  expect(result.toast?.content).toMatch(/\p{Script=Han}/u)
}

/** Neither a success nor an error: it had been done already. */
function expectCalm(result: PressResult): void {
  expectRefusal(result)
  expect(result.toast?.type).not.toBe('error')
}

const folded = (label: string) => label.normalize('NFKC').replaceAll(' ', '')

function fieldsOf(message: SandboxMessage) {
  const card = message.card ? readCard(message.card) : undefined
  if (!card?.form) throw new Error('the card has no form')
  return card.form.fields
}

describe('from /交办 to 办结 over the wire', () => {
  let form: SandboxMessage
  let approval: SandboxMessage
  let slip: SandboxMessage
  let review: SandboxMessage

  it('answers /交办 in the same chat with one card and one form, its fields found by their words', async () => {
    const answers = await city.say('林晓燕', '市网信办', '/交办')
    expect(answers).toHaveLength(1)
    form = answers[0]!
    expect(JSON.stringify(form.card).match(/"tag":"form"/g)).toHaveLength(1)
    expect(buttonsOn(form)).toContain('提交审核')
    expect(fieldsOf(form).map(({ label }) => folded(label))).toEqual([
      '标题',
      '摘要',
      '来源平台',
      '原文链接',
      '分类',
      '等级',
      '诉求类型',
      '承办单位(牵头)',
      '协办单位',
      '答复形式',
      '办理时限',
      '办理要求',
      '敏感级别',
    ])
  })

  it('gives a wrong form back filled, with the reason on it', async () => {
    const refused = await city.press('林晓燕', form, '提交审核', {
      ...complaint,
      承办单位: '水利委员会',
      办理时限: '尽快',
    })
    expectRefusal(refused)
    expect(wordsOn(form)).toContain('早晚放水都是黄的')
    expect(fieldsOf(form).map(({ value }) => value)).toEqual(
      expect.arrayContaining(['水利委员会', '尽快', complaint.标题]),
    )
  })

  it('takes units by their short names and a limit by date and hour, and confirms both as understood', async () => {
    const due = new Date(Date.now() + 20 * 86_400_000 + 8 * 3_600_000)
    const day = `${due.getUTCMonth() + 1}月${due.getUTCDate()}日`
    const before = city.written('市网信办').length
    const submitted = await city.press('林晓燕', form, '提交审核', {
      承办单位: '水务集团',
      协办单位: '住建、城管局',
      办理时限: `${day} 17:30`,
    })
    expect(submitted).toMatchObject(done)
    expect(city.written('市网信办')).toHaveLength(before + 1)
    approval = city.written('市网信办').at(-1)!
    for (const words of ['市水务集团', '市住建局', '市城管局', day, '17:30', complaint.标题, complaint.摘要])
      expect(wordsOn(approval)).toContain(words)
    expect(buttonsOn(approval)).toEqual(expect.arrayContaining(['签发', '退回修改']))
  })

  it('issues one numbered slip to each unit at once, whatever the hour', async () => {
    expect(await city.press('周建国', approval, '签发')).toMatchObject(done)
    slip = await city.find('市水务集团', complaint.标题 ?? '')
    expect(slipNoOn(slip)).toBe(`网舆交〔${yearNow()}〕1号`)
    expect(buttonsOn(slip)).toContain('确认签收')
    const support = ['市住建局', '市城管局'].map((unit) => city.written(unit))
    expect(support.map((messages) => messages.length)).toEqual([1, 1])
    expect(new Set(support.map(([one]) => slipNoOn(one!)))).toEqual(
      new Set([`网舆交〔${yearNow()}〕2号`, `网舆交〔${yearNow()}〕3号`]),
    )
  })

  it('takes the receipt once, and tells a second press calmly', async () => {
    const early = structuredClone(slip.card)
    expect(await city.press('赵海涛', slip, '确认签收')).toMatchObject(done)
    expect(wordsOn(slip)).toMatch(/已签收/)
    expect(wordsOn(slip)).toContain('赵海涛')
    expect(buttonsOn(slip)).not.toContain('确认签收')
    if (early) slip.card = early
    expectCalm(await city.press('孙丽萍', slip, '确认签收'))
    expect(buttonsOn(slip)).not.toContain('确认签收')
    expect(wordsOn(slip)).not.toContain('孙丽萍')
  })

  it('opens 提交反馈 in the same card, one form, within a second and a half', async () => {
    const opened = await city.press('赵海涛', slip, '提交反馈')
    expect(opened.delivery?.attempts[0]?.ms).toBeLessThan(1500)
    expect(JSON.stringify(slip.card).match(/"tag":"form"/g)).toHaveLength(1)
    expect(buttonsOn(slip)).toContain('返回')
    await city.press('赵海涛', slip, '返回')
    expect(JSON.stringify(slip.card)).not.toContain('"tag":"form"')
  })

  it('reports, is sent back for rework, reports again and is closed', async () => {
    review = await report(city, '赵海涛', slip)
    expect(wordsOn(slip)).toContain('待审核')
    expect(buttonsOn(slip)).not.toContain('提交反馈')
    expect(wordsOn(review)).toContain(finalReport.核查情况)
    expect(buttonsOn(review)).toEqual(expect.arrayContaining(['审核通过', '退回重办']))

    await city.press('林晓燕', review, '退回重办')
    expect(
      await city.press('林晓燕', review, '退回重办', {
        退回原因: '内容空泛',
        具体说明: '请写明更换立管的日期。',
      }),
    ).toMatchObject(done)
    expect(buttonsOn(review)).not.toContain('审核通过')

    const { 回应链接: _, ...better } = finalReport
    const again = await city.find('市水务集团', slipNoOn(slip), '〔提交反馈〕')
    const second = await report(city, '赵海涛', again, better)
    const early = structuredClone(second.card)
    expect(await city.press('林晓燕', second, '审核通过')).toMatchObject(done)
    const closed = await city.find('市水务集团', slipNoOn(slip), '已办结')
    expect(buttonsOn(closed)).not.toContain('提交反馈')
    if (early) second.card = early
    expectCalm(await city.press('吴思远', second, '审核通过'))
  })
})

describe('rights', () => {
  it('签发: an approver, and never the drafter', async () => {
    const approval = await draft(city, complaint, '周建国')
    expectRefusal(await city.press('周建国', approval, '签发'))
    expectRefusal(await city.press('吴思远', approval, '签发'))
    expect(await city.press('何文斌', approval, '签发')).toMatchObject(done)
  })

  it('退回修改 gives the draft back to its drafter with the reason', async () => {
    const approval = await draft(city)
    await city.press('周建国', approval, '退回修改')
    expect(
      await city.press('周建国', approval, '退回修改', { 退回修改的原因: '请写明小区楼栋。' }),
    ).toMatchObject(done)
    expect(wordsOn(await city.find('市网信办', '请写明小区楼栋'))).toContain('周建国')
    expectCalm(await city.press('周建国', approval, '签发').catch(buttonGone))
  })

  it('确认签收: handler, 网络发言人 or 主要领导 of that unit and nobody else', async () => {
    const slip = await issue(city)
    for (const name of ['刘志强', '林晓燕', '宋明远']) {
      city.invite(name, '市水务集团')
      expectRefusal(await city.press(name, slip, '确认签收'))
    }
    expect(buttonsOn(slip)).toContain('确认签收')
    expect(await city.press('王振江', slip, '确认签收')).toMatchObject(done)
    const other = await issue(city, { ...complaint, 承办单位: '市教育局' })
    expect(await city.press('叶春华', other, '确认签收')).toMatchObject(done)
  })

  it('审核通过 and 退回重办: the office', async () => {
    const slip = await issue(city, { ...complaint, 承办单位: '市人社局' })
    await city.press('杜小军', slip, '确认签收')
    const review = await report(city, '杜小军', slip)
    city.invite('杜小军', '市网信办')
    expectRefusal(await city.press('杜小军', review, '审核通过'))
    expectRefusal(await city.press('杜小军', review, '退回重办'))
    expect(buttonsOn(review)).toContain('审核通过')
    expect(await city.press('吴思远', review, '审核通过')).toMatchObject(done)
  })

  it('同意签发: the chief of the unit, and 审核通过 of a 重大 matter waits for it', async () => {
    const slip = await issue(city, {
      ...complaint,
      承办单位: '市生态环境局',
      等级: '重大',
      分类: '省级及以上媒体曝光监督',
    })
    await city.press('石磊', slip, '确认签收')
    const review = await report(city, '石磊', slip)
    expectRefusal(await city.press('林晓燕', review, '审核通过').catch(buttonGone))
    expect(await city.press('石磊', slip, '送签')).toMatchObject(done)
    const paper = await city.find('邱绿洲', '〔同意签发〕')
    expect(await city.press('邱绿洲', paper, '同意签发')).toMatchObject(done)
    expect(await city.press('林晓燕', await city.find('市网信办', '〔审核通过〕'), '审核通过')).toMatchObject(
      done,
    )
  })

  it('撤回: an approver; the unit is told to stop', async () => {
    const slip = await issue(city, { ...complaint, 承办单位: '市文旅局' })
    const no = slipNoOn(slip)
    const carrier = city.written('市网信办').find((one) => buttonsOn(one).includes('撤回'))
    if (carrier) {
      expectRefusal(await city.press('林晓燕', carrier, '撤回'))
      return
    }
    city.invite('林晓燕', '市文旅局')
    city.invite('周建国', '市文旅局')
    expect(buttonsOn(slip)).toContain('撤回')
    expectRefusal(await city.press('林晓燕', slip, '撤回'))
    await city.press('周建国', slip, '撤回')
    expect(await city.press('周建国', slip, '撤回', { 撤回原因: '原帖已删除' })).toMatchObject(done)
    expect(wordsOn(await city.find('市文旅局', no, '已撤回'))).not.toContain('〔确认签收〕')
  })

  it('签发督办: 督查室 and nobody else', async () => {
    const slip = await issue(city, { ...complaint, 承办单位: '市民政局' })
    const [told] = await city.say('林晓燕', '市网信办', `/督办 ${slipNoOn(slip)} 情况紧急，请督查室过问`)
    expect(wordsOn(told!)).toContain(slipNoOn(slip))
    const proposal = await city.find('市政府督查室', slipNoOn(slip), '〔签发督办〕')
    expect(buttonsOn(proposal)).toContain('不予督办')
    city.invite('林晓燕', '市政府督查室')
    expectRefusal(await city.press('林晓燕', proposal, '签发督办'))
    await city.press('马振华', proposal, '签发督办')
    expect(
      await city.press('马振华', proposal, '签发督办', { 督办要求: '请主要负责同志亲自过问。' }),
    ).toMatchObject(done)
    await city.find('市民政局', slipNoOn(slip), '督办', '请主要负责同志亲自过问')
  })
})

describe('lists and answers', () => {
  it('lists what is open and what there is, one message each, and finds by number and by words', async () => {
    const slip = await issue(city, { ...complaint, 承办单位: '市信访局', 标题: '石桥路口路灯不亮' })
    for (const text of ['/待办', '/台账', `/查 ${slipNoOn(slip)}`, '/查 石桥路口']) {
      const answers = await city.say('彭淑珍', '市信访局', text)
      expect(answers.map(wordsOn)).toEqual([expect.stringContaining(slipNoOn(slip))])
    }
  })

  it('tells a number of another unit and one that does not exist in the same words', async () => {
    const hidden = slipNoOn(await issue(city))
    const unknown = `网舆交〔${yearNow()}〕9876号`
    for (const command of ['/查', '/催办', '/督办']) {
      const told = async (no: string) =>
        (await city.say('彭淑珍', '市信访局', `${command} ${no} 请过问`))
          .map(wordsOn)
          .join('\n')
          .replaceAll(no, '〔文号〕')
      expect(await told(hidden)).toBe(await told(unknown))
    }
  })

  it('reminds at the word of the office, and reckons a limit', async () => {
    const slip = await issue(city, { ...complaint, 承办单位: '市发改委' })
    expect(await city.say('林晓燕', '市网信办', `/催办 ${slipNoOn(slip)}`)).toHaveLength(1)
    expect(wordsOn(await city.find('市发改委', '催办'))).toContain(slipNoOn(slip))
    const [reckoned] = await city.say('林晓燕', '市网信办', '/时限 5个工作日')
    expect(wordsOn(reckoned!)).toMatch(/17:30/)
  })
})

describe('the pages for operators', () => {
  it('answer without a login, and after a day of work show nothing personal', async () => {
    const { url } = city.bot()
    const names = peopleOf(city.sandbox.city).flatMap(({ name, openId, phone }) => [name, openId, phone])
    const secrets = Object.values(city.sandbox.app).filter((value) => value !== city.sandbox.app.appId)
    for (const page of ['/healthz', '/readyz', '/metrics']) {
      const response = await fetch(`${url}${page}`)
      expect(response.status).toBe(200)
      const text = await response.text()
      const shown = [...names, ...secrets, '翠湖苑', '网舆交', '水务', 'oc_', 'ou_', 'om_'].filter((word) =>
        text.includes(word),
      )
      expect(shown).toEqual([])
    }
    expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/^# TYPE \S+ (gauge|counter|histogram)$/m)
    expect((await fetch(`${url}/`)).status).toBe(404)
  })

  it('prints no secret, token, name or text of a matter while it works', () => {
    const { appSecret, encryptKey, verificationToken } = city.sandbox.app
    const printed = city.bot().output()
    const { members } = bodyNamed(city.sandbox.city, '市水务集团')
    const words = [
      appSecret,
      encryptKey,
      verificationToken,
      '翠湖苑',
      't-',
      ...members.map(({ name }) => name),
    ]
    expect(words.filter((word) => printed.includes(word))).toEqual([])
    expect(printed).not.toMatch(/"level":50/)
  })

  it('sent nothing that Feishu refuses', () => {
    // A redraw may meet a press that nobody could foresee; the card is locked until the answer, and redrawn after it.
    const others = city.sandbox.refusals.filter(({ msg }) => !msg.includes('card action is lock'))
    expect(others).toEqual([])
  })
})

/** A button that is gone from the card cannot be pressed at all, which is as good as a calm answer. */
function buttonGone(error: Error): PressResult {
  expect(error.message).toMatch(/has no button/)
  return {
    toast: { type: 'info', content: '按钮已不在卡片上' },
    delivery: {
      kind: 'callback',
      eventId: '',
      messageId: '',
      at: 0,
      attempts: [{ at: 0, ms: 0, status: 200 }],
      state: 'delivered',
      payload: {},
    },
  }
}
