import { describe, expect, it } from 'vitest'
import type { CommandType } from '../../src/domain/command.ts'
import { proposeAccountability, transfer } from '../support/accountability-wishes.ts'
import {
  contestedSlip,
  convenedMatter,
  deferralAsked,
  draftingMatter,
  extensionAsked,
  filedWatch,
  freshOffice,
  instructedSlip,
  issuedSlip,
  matterAwaitingApproval,
  neglectedSlip,
  openedWatch,
  phonedMatter,
  proposedWatch,
  type Story,
  signedSlip,
  slipUnderReview,
} from '../support/builders.ts'
import {
  everybody,
  on,
  personOf,
  system,
  吴敏,
  周建国,
  林晓燕,
  水务集团,
  王立,
  陈燕,
} from '../support/people.ts'
import { columnsOf, readTable, rowsOf } from '../support/table.ts'
import { handOverClue, submitFormal } from '../support/urgent-wishes.ts'
import { draftingWhistle, issuedWhistle } from '../support/whistle-stories.ts'
import {
  approveIssue,
  proposeSupervision,
  register,
  remind,
  returnDraft,
  signOff,
  signReceipt,
  startMonitoring,
  submitDraft,
  wishes,
} from '../support/wishes.ts'

/*
 * Who may do what. 林晓燕 office and 周建国 approver of 市网信办; 王立 and 陈燕 handlers, 刘国强 spokesperson and
 * 赵明 chief of 市水务集团, whose slip it is; 孙倩 handler and 何伟 chief of 市住建局; 吴敏 supervisor; 高远 leader;
 * 路人 has no post. `none` stands for not_found, `unit` for not_your_unit, `role` for role_needed, `post` for not_registered, `notice` for
 * notice_not_yours, `call` for not_invited, `clue` for clue_not_yours. A transfer file is acknowledged by 秦岚 of 市监察局 alone, who does nothing else.
 */
const rights = readTable(`
| wish                  | 林晓燕 | 周建国 | 王立   | 陈燕   | 刘国强 | 赵明   | 孙倩   | 何伟   | 吴敏   | 高远   | 路人 |
| --------------------- | ------ | ------ | ------ | ------ | ------ | ------ | ------ | ------ | ------ | ------ | ---- |
| register              | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| start_draft           | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| submit_draft          | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| approve_issue         | role   | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| return_draft          | role   | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| withdraw_draft        | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| assign_urgently       | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| submit_formal         | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| issue_formal          | role   | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| return_formal         | role   | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| record_release        | unit   | unit   | yes    | yes    | yes    | yes    | unit   | unit   | unit   | unit   | post |
| waive_conference      | role   | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| hand_over_clue        | yes    | yes    | yes    | yes    | yes    | yes    | unit   | unit   | unit   | unit   | post |
| receive_clue          | clue   | clue   | clue   | clue   | clue   | clue   | yes    | yes    | clue   | clue   | post |
| decline_matter        | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| merge_matter          | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| start_monitoring      | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| log_monitoring        | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| end_monitoring        | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| sign_receipt          | unit   | unit   | yes    | yes    | yes    | yes    | unit   | unit   | unit   | unit   | post |
| report_first_response | unit   | unit   | yes    | yes    | yes    | yes    | unit   | unit   | unit   | unit   | post |
| show_findings         | yes    | yes    | yes    | yes    | yes    | yes    | unit   | unit   | unit   | unit   | post |
| attach                | unit   | unit   | yes    | yes    | yes    | yes    | unit   | unit   | unit   | unit   | post |
| report_progress       | unit   | unit   | yes    | yes    | yes    | yes    | unit   | unit   | unit   | unit   | post |
| submit_final          | unit   | unit   | yes    | yes    | yes    | yes    | unit   | unit   | unit   | unit   | post |
| request_signoff       | unit   | unit   | yes    | yes    | yes    | yes    | unit   | unit   | unit   | unit   | post |
| sign_off              | unit   | unit   | role   | role   | yes    | yes    | unit   | unit   | unit   | unit   | post |
| accept_feedback       | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| send_back             | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| withdraw_slip         | role   | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| remind                | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| request_extension     | unit   | unit   | yes    | yes    | yes    | yes    | unit   | unit   | unit   | unit   | post |
| grant_extension       | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| refuse_extension      | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| contest               | unit   | unit   | yes    | yes    | yes    | yes    | unit   | unit   | unit   | unit   | post |
| reassign              | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| refuse_contest        | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| request_deferral      | unit   | unit   | yes    | yes    | yes    | yes    | unit   | unit   | unit   | unit   | post |
| grant_deferral        | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| refuse_deferral       | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| amend                 | role   | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| propose_supervision   | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| propose_accountability | role  | role   | role   | role   | role   | role   | role   | role   | yes    | role   | post |
| transfer              | role   | role   | role   | role   | role   | role   | role   | role   | yes    | role   | post |
| decline_transfer      | role   | role   | role   | role   | role   | role   | role   | role   | yes    | role   | post |
| acknowledge_file      | role   | role   | role   | role   | role   | role   | role   | role   | role   | role   | post |
| praise                | yes    | yes    | role   | role   | role   | role   | role   | role   | yes    | role   | post |
| issue_supervision     | role   | role   | role   | role   | role   | role   | role   | role   | yes    | role   | post |
| decline_supervision   | role   | role   | role   | role   | role   | role   | role   | role   | yes    | role   | post |
| answer_directive      | unit   | unit   | yes    | yes    | yes    | yes    | unit   | unit   | unit   | unit   | post |
| acknowledge           | notice | notice | notice | notice | notice | notice | notice | notice | notice | yes    | post |
| register_whistle      | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| submit_whistle        | yes    | none   | none   | none   | none   | none   | none   | none   | none   | none   | none |
| replace_confidant     | role   | yes    | role   | none   | role   | none   | none   | none   | none   | none   | none |
| file_watch            | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| accept_watch          | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| extend_watch          | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| lift_watch            | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| convene_conference    | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| confirm_attendance    | call   | call   | yes    | yes    | yes    | yes    | call   | call   | yes    | call   | post |
| record_minutes        | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| decide_at_conference  | role   | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| dissolve_group        | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| attach_to_matter      | yes    | yes    | role   | role   | role   | role   | role   | role   | role   | role   | post |
| instruct              | notice | notice | notice | notice | notice | notice | notice | notice | notice | yes    | post |
`)

const said: Readonly<Record<string, string>> = {
  yes: 'done',
  none: 'refused:not_found',
  unit: 'refused:not_your_unit',
  role: 'refused:role_needed',
  post: 'refused:not_registered',
  notice: 'refused:notice_not_yours',
  call: 'refused:not_invited',
  clue: 'refused:clue_not_yours',
}

const grave = { draft: { level: 'major' } } as const

const formalSubmitted = () => phonedMatter().after(submitFormal(), 林晓燕)

/** 不实信息, assigned by telephone and signed for. */
const rumour = () => phonedMatter({ draft: { category: 'U2' } }).after(signReceipt(), 王立)

const monitored = () => issuedSlip().after(startMonitoring(), 林晓燕)

/** For every wish, a moment at which nothing but the right stands in its way. */
const momentOf: Readonly<Record<CommandType, () => Story>> = {
  register: freshOffice,
  start_draft: () => freshOffice().after(register({ drafting: false, chatId: 水务集团.chatId }), 王立),
  submit_draft: draftingMatter,
  approve_issue: matterAwaitingApproval,
  return_draft: matterAwaitingApproval,
  withdraw_draft: matterAwaitingApproval,
  assign_urgently: draftingMatter,
  submit_formal: phonedMatter,
  issue_formal: formalSubmitted,
  return_formal: formalSubmitted,
  record_release: () => phonedMatter().after(signReceipt(), 王立),
  waive_conference: phonedMatter,
  hand_over_clue: rumour,
  receive_clue: () => rumour().after(handOverClue(), 王立),
  decline_matter: matterAwaitingApproval,
  merge_matter: matterAwaitingApproval,
  start_monitoring: issuedSlip,
  log_monitoring: monitored,
  end_monitoring: monitored,
  // A minute later the next entry is overdue.
  climb_matter_rungs: () => monitored().after(remind(), 林晓燕, on('2026-11-23 11:00')),
  sign_receipt: issuedSlip,
  report_first_response: signedSlip,
  show_findings: signedSlip,
  attach: signedSlip,
  report_progress: signedSlip,
  submit_final: signedSlip,
  request_signoff: () => slipUnderReview(grave),
  sign_off: () => slipUnderReview(grave),
  accept_feedback: slipUnderReview,
  send_back: slipUnderReview,
  withdraw_slip: signedSlip,
  // A minute later the receipt is overdue.
  climb_rungs: () => issuedSlip().after(remind(), 林晓燕, on('2026-11-23 14:29')),
  rederive_limits: signedSlip,
  remind: signedSlip,
  propose_supervision: signedSlip,
  issue_supervision: () => signedSlip().after(proposeSupervision(), 林晓燕),
  decline_supervision: () => signedSlip().after(proposeSupervision(), 林晓燕),
  acknowledge: neglectedSlip,
  instruct: neglectedSlip,
  answer_directive: instructedSlip,
  request_extension: signedSlip,
  grant_extension: extensionAsked,
  refuse_extension: extensionAsked,
  contest: issuedSlip,
  reassign: contestedSlip,
  refuse_contest: contestedSlip,
  request_deferral: signedSlip,
  grant_deferral: deferralAsked,
  refuse_deferral: deferralAsked,
  amend: signedSlip,
  register_whistle: freshOffice,
  submit_whistle: draftingWhistle,
  replace_confidant: issuedWhistle,
  propose_accountability: signedSlip,
  transfer: () => signedSlip().after(proposeAccountability(), 吴敏),
  decline_transfer: () => signedSlip().after(proposeAccountability(), 吴敏),
  acknowledge_file: () => signedSlip().after(proposeAccountability(), 吴敏).after(transfer(), 吴敏),
  praise: signedSlip,
  file_watch: openedWatch,
  accept_watch: proposedWatch,
  extend_watch: filedWatch,
  lift_watch: filedWatch,
  convene_conference: issuedSlip,
  confirm_attendance: convenedMatter,
  record_minutes: convenedMatter,
  decide_at_conference: convenedMatter,
  dissolve_group: convenedMatter,
  attach_to_matter: issuedSlip,
}

function isCommand(name: string): name is CommandType {
  return name in wishes
}

describe('the table of rights', () => {
  it.each(rights)('$row by $column: $text', ({ row, column, text }) => {
    if (!isCommand(row)) throw new Error(`no wish is called ${row}`)
    expect(momentOf[row]().when(wishes[row], personOf(column)).outcome).toBe(said[text])
  })

  it('has a column for everybody and a row for every wish that a person can have', () => {
    expect(columnsOf(rights)).toEqual(everybody.map(({ name }) => name))
    const alone = ['climb_rungs', 'climb_matter_rungs', 'rederive_limits']
    expect([...rowsOf(rights), ...alone].sort()).toEqual(Object.keys(wishes).sort())
  })

  it('gives the sweep no right but to climb rungs', () => {
    const allowed = Object.keys(wishes)
      .filter(isCommand)
      .filter((type) => momentOf[type]().when(wishes[type], system).outcome === 'done')
    expect(allowed).toEqual(['climb_matter_rungs', 'climb_rungs', 'rederive_limits'])
  })

  it.each(everybody)('lets time alone climb the ladder: nothing like it is known to $name', (person) => {
    expect(momentOf.climb_rungs().when(wishes.climb_rungs, person).outcome).toBe('refused:not_found')
    expect(momentOf.climb_matter_rungs().when(wishes.climb_matter_rungs, person).outcome).toBe(
      'refused:not_found',
    )
  })
})

describe('审核把关 wants two pairs of eyes', () => {
  const draftedByTheApprover = (policy = {}) =>
    freshOffice(policy).after(register(), 周建国).after(submitDraft(), 周建国)

  it('so 周建国 may not issue what he drafted himself', () => {
    expect(draftedByTheApprover().when(approveIssue(), 周建国).outcome).toBe('refused:own_draft')
  })

  it('but may hand his own draft back to himself', () => {
    expect(draftedByTheApprover().when(returnDraft(), 周建国).outcome).toBe('done')
  })

  it('and may issue what 林晓燕 submitted after he had begun it', () => {
    const handedOver = draftedByTheApprover().after(returnDraft(), 周建国).after(submitDraft(), 林晓燕)
    expect(handedOver.when(approveIssue(), 周建国).outcome).toBe('done')
  })

  it('unless the policy lets one person sign alone', () => {
    expect(draftedByTheApprover({ singleSigner: true }).when(approveIssue(), 周建国).outcome).toBe('done')
  })
})

describe('同意签发', () => {
  it('is the chief’s alone where the policy says so', () => {
    const strict = slipUnderReview({ ...grave, policy: { signoff: 'chief' } })
    const refused = strict.when(signOff(), personOf('刘国强'))
    expect(refused.decision).toEqual({
      kind: 'refused',
      refusal: { code: 'role_needed', roles: ['chief'] },
    })
    expect(strict.when(signOff(), personOf('赵明')).outcome).toBe('done')
  })

  it('keeps the rule of the day of issue when the policy changes later', () => {
    const underOldRule = slipUnderReview(grave)
    expect(underOldRule.slip.policy.signoff).toBe('chief_or_spokesperson')
    expect(underOldRule.when(signOff(), personOf('刘国强')).outcome).toBe('done')
  })
})

describe('a refusal for rights', () => {
  it('names the unit whose slip it is', () => {
    expect(issuedSlip().when(wishes.sign_receipt, personOf('孙倩')).decision).toEqual({
      kind: 'refused',
      refusal: { code: 'not_your_unit', unit: '市水务集团' },
    })
  })

  it('comes before anything is said of the state: 孙倩 does not learn that 王立 has signed', () => {
    expect(signedSlip().when(wishes.sign_receipt, personOf('孙倩')).outcome).toBe('refused:not_your_unit')
    expect(signedSlip().when(wishes.sign_receipt, 陈燕).outcome).toBe('quiet:already_signed')
  })

  it('has nothing in it for 王立 to register a finding of his unit', () => {
    const found = freshOffice().when(register({ drafting: false, chatId: 'oc_shuiwu' }), 王立)
    expect(found.outcome).toBe('done')
    expect(found.matter.status).toBe('registered')
  })
})
