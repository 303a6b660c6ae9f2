import { describe, expect, it } from 'vitest'
import type { CommandType } from '../../src/domain/command.ts'
import { isRegistration, mayBegin } from '../../src/domain/decide.ts'
import { matterGate } from '../../src/domain/decide-matter.ts'
import { slipGate } from '../../src/domain/decide-slip.ts'
import type { Actor } from '../../src/domain/decision.ts'
import type { Person } from '../../src/domain/directory.ts'
import { matterStatuses } from '../../src/domain/matter.ts'
import { slipStatuses } from '../../src/domain/slip.ts'
import { DAY } from '../../src/domain/time.ts'
import { declineTransfer, proposeAccountability, transfer } from '../support/accountability-wishes.ts'
import {
  closedSlip,
  contestedSlip,
  contextOf,
  convenedMatter,
  deferredSlip,
  draftingMatter,
  filedWatch,
  freshOffice,
  issuedSlip,
  matterAwaitingApproval,
  neglectedSlip,
  openedWatch,
  outcomeOf,
  proposedWatch,
  reassignedSlip,
  type Story,
  signedSlip,
  slipUnderReview,
  withdrawnSlip,
} from '../support/builders.ts'
import { confirmAttendance, dissolveGroup, recordMinutes } from '../support/conference-wishes.ts'
import {
  system,
  刘国强,
  吴敏,
  周建国,
  孙倩,
  林晓燕,
  水务集团,
  王立,
  秦岚,
  赵明,
  高远,
} from '../support/people.ts'
import { columnsOf, readTable, rowsOf } from '../support/table.ts'
import { liftWatch } from '../support/watch-wishes.ts'
import {
  declineSupervision,
  issueSupervision,
  mergeMatter,
  register,
  requestSignoff,
  signOff,
  startDraft,
  wishes,
  withdrawDraft,
} from '../support/wishes.ts'

/*
 * The two machines, in tables that are the specification. A cell tells what comes of the wish when somebody with the
 * right to it presses a month later: `→ status`, `done` where the status stays, the calm fact of a second press, or
 * the refusal.
 */

const slipTable = readTable(`
| a slip that is        | awaiting_receipt                 | in_hand                          | under_review                     | contested                        | deferred                         | closed                 | withdrawn               | voided              |
| --------------------- | -------------------------------- | -------------------------------- | -------------------------------- | -------------------------------- | -------------------------------- | ---------------------- | ----------------------- | ------------------- |
| sign_receipt          | → in_hand                        | quiet already_signed             | quiet already_signed             | refused slip_contested           | quiet already_signed             | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| report_first_response | refused receipt_first            | done                             | quiet already_submitted          | refused slip_contested           | done                             | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| show_findings         | done                             | done                             | done                             | done                             | done                             | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| attach                | refused receipt_first            | done                             | done                             | refused slip_contested           | done                             | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| report_progress       | refused receipt_first            | done                             | quiet already_submitted          | refused slip_contested           | done                             | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| submit_final          | refused receipt_first            | → under_review                   | quiet already_submitted          | refused slip_contested           | → under_review                   | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| request_signoff       | refused slip_not_under_review    | refused slip_not_under_review    | refused signoff_not_needed       | refused slip_not_under_review    | refused slip_not_under_review    | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| sign_off              | refused slip_not_under_review    | refused slip_not_under_review    | refused signoff_not_needed       | refused slip_not_under_review    | refused slip_not_under_review    | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| accept_feedback       | refused slip_not_under_review    | refused slip_not_under_review    | → closed                         | refused slip_not_under_review    | refused slip_not_under_review    | quiet already_accepted | refused slip_withdrawn  | refused slip_voided |
| send_back             | refused slip_not_under_review    | refused slip_not_under_review    | → in_hand                        | refused slip_not_under_review    | refused slip_not_under_review    | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| withdraw_slip         | → withdrawn                      | → withdrawn                      | → withdrawn                      | → withdrawn                      | → withdrawn                      | refused slip_closed    | quiet already_withdrawn | refused slip_voided |
| climb_rungs           | done                             | done                             | quiet rungs_already_climbed      | done                             | → in_hand                        | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| rederive_limits       | quiet limits_stand               | quiet limits_stand               | quiet limits_stand               | quiet limits_stand               | quiet limits_stand               | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| remind                | done                             | done                             | refused slip_under_review        | done                             | done                             | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| propose_supervision   | done                             | done                             | done                             | done                             | done                             | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| issue_supervision     | refused supervision_not_proposed | refused supervision_not_proposed | refused supervision_not_proposed | refused supervision_not_proposed | refused supervision_not_proposed | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| decline_supervision   | refused supervision_not_proposed | refused supervision_not_proposed | refused supervision_not_proposed | refused supervision_not_proposed | refused supervision_not_proposed | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| acknowledge           | refused not_found                | refused not_found                | refused not_found                | refused not_found                | refused not_found                | refused not_found      | refused not_found       | refused not_found   |
| instruct              | refused not_found                | refused not_found                | refused not_found                | refused not_found                | refused not_found                | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| answer_directive      | refused not_found                | refused not_found                | refused not_found                | refused not_found                | refused not_found                | refused not_found      | refused not_found       | refused not_found   |
| request_extension     | refused receipt_first            | refused extension_too_late       | quiet already_submitted          | refused slip_contested           | refused slip_deferred            | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| grant_extension       | refused nothing_asked            | refused nothing_asked            | refused nothing_asked            | refused nothing_asked            | refused nothing_asked            | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| refuse_extension      | refused nothing_asked            | refused nothing_asked            | refused nothing_asked            | refused nothing_asked            | refused nothing_asked            | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| contest               | refused contest_too_late         | refused contest_too_late         | refused slip_under_review        | quiet already_asked              | refused slip_deferred            | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| reassign              | refused nothing_asked            | refused nothing_asked            | refused nothing_asked            | → voided                         | refused nothing_asked            | refused slip_closed    | refused slip_withdrawn  | quiet already_ruled |
| refuse_contest        | refused nothing_asked            | refused nothing_asked            | refused nothing_asked            | → awaiting_receipt               | refused nothing_asked            | refused slip_closed    | refused slip_withdrawn  | quiet already_ruled |
| request_deferral      | refused receipt_first            | done                             | quiet already_submitted          | refused slip_contested           | refused slip_deferred            | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| grant_deferral        | refused nothing_asked            | refused nothing_asked            | refused nothing_asked            | refused nothing_asked            | quiet already_ruled              | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| refuse_deferral       | refused nothing_asked            | refused nothing_asked            | refused nothing_asked            | refused nothing_asked            | quiet already_ruled              | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| propose_accountability | done                            | done                             | done                             | done                             | done                             | done                   | refused slip_withdrawn  | refused slip_voided |
| transfer              | refused accountability_not_proposed | refused accountability_not_proposed | refused accountability_not_proposed | refused accountability_not_proposed | refused accountability_not_proposed | refused accountability_not_proposed | refused slip_withdrawn | refused slip_voided |
| decline_transfer      | refused accountability_not_proposed | refused accountability_not_proposed | refused accountability_not_proposed | refused accountability_not_proposed | refused accountability_not_proposed | refused accountability_not_proposed | refused slip_withdrawn | refused slip_voided |
| acknowledge_file      | refused not_found                | refused not_found                | refused not_found                | refused not_found                | refused not_found                | refused not_found      | refused not_found       | refused not_found   |
| praise                | done                             | done                             | done                             | done                             | done                             | done                   | refused slip_withdrawn  | refused slip_voided |
| record_release        | refused receipt_first            | refused release_not_owed         | refused release_not_owed         | refused slip_contested           | refused release_not_owed         | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| waive_conference      | refused conference_not_owed      | refused conference_not_owed      | refused conference_not_owed      | refused conference_not_owed      | refused conference_not_owed      | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
| hand_over_clue        | refused no_clue_here             | refused no_clue_here             | refused no_clue_here             | refused no_clue_here             | refused no_clue_here             | refused no_clue_here   | refused slip_withdrawn  | refused slip_voided |
| receive_clue          | refused not_found                | refused not_found                | refused not_found                | refused not_found                | refused not_found                | refused not_found      | refused not_found       | refused not_found   |
| amend                 | done                             | done                             | refused slip_under_review        | done                             | done                             | refused slip_closed    | refused slip_withdrawn  | refused slip_voided |
`)

const matterTable = readTable(`
| a matter that is     | not known yet     | registered                           | drafting                             | awaiting_approval           | issued                               | closed                               | declined                             | merged                               |
| -------------------- | ----------------- | ------------------------------------ | ------------------------------------ | --------------------------- | ------------------------------------ | ------------------------------------ | ------------------------------------ | ------------------------------------ |
| register             | → drafting        | quiet repeat                         | quiet repeat                         | quiet repeat                | quiet repeat                         | quiet repeat                         | quiet repeat                         | quiet repeat                         |
| start_draft          | refused not_found | → drafting                           | quiet already_taken_up               | quiet already_taken_up      | quiet already_taken_up               | quiet already_taken_up               | quiet already_taken_up               | quiet already_taken_up               |
| submit_draft         | refused not_found | refused matter_not_drafting          | → awaiting_approval                  | quiet already_submitted     | refused matter_not_drafting          | refused matter_not_drafting          | refused matter_not_drafting          | refused matter_not_drafting          |
| approve_issue        | refused not_found | refused matter_not_awaiting_approval | refused matter_not_awaiting_approval | → issued                    | quiet already_approved               | quiet already_approved               | refused matter_not_awaiting_approval | refused matter_not_awaiting_approval |
| return_draft         | refused not_found | refused matter_not_awaiting_approval | refused matter_not_awaiting_approval | → drafting                  | refused matter_not_awaiting_approval | refused matter_not_awaiting_approval | refused matter_not_awaiting_approval | refused matter_not_awaiting_approval |
| withdraw_draft       | refused not_found | → declined                           | → declined                           | → declined                  | refused matter_not_drafting          | refused matter_not_drafting          | quiet already_withdrawn              | refused matter_not_drafting          |
| decline_matter       | refused not_found | → declined                           | → declined                           | → declined                  | refused matter_not_drafting          | refused matter_not_drafting          | quiet already_withdrawn              | quiet already_merged                 |
| merge_matter         | refused not_found | → merged                             | → merged                             | → merged                    | refused matter_not_drafting          | refused matter_not_drafting          | quiet already_withdrawn              | quiet already_merged                 |
| start_monitoring     | refused not_found | refused matter_not_issued            | refused matter_not_issued            | refused matter_not_issued   | done                                 | refused matter_not_issued            | refused matter_not_issued            | refused matter_not_issued            |
| log_monitoring       | refused not_found | refused matter_not_issued            | refused matter_not_issued            | refused matter_not_issued   | refused not_monitored                | refused matter_not_issued            | refused matter_not_issued            | refused matter_not_issued            |
| end_monitoring       | refused not_found | refused matter_not_issued            | refused matter_not_issued            | refused matter_not_issued   | refused not_monitored                | refused matter_not_issued            | refused matter_not_issued            | refused matter_not_issued            |
| climb_matter_rungs   | refused not_found | quiet rungs_already_climbed          | quiet rungs_already_climbed          | quiet rungs_already_climbed | quiet rungs_already_climbed          | quiet rungs_already_climbed          | quiet rungs_already_climbed          | quiet rungs_already_climbed          |
| register_whistle     | → drafting        | quiet repeat                         | quiet repeat                         | quiet repeat                | quiet repeat                         | quiet repeat                         | quiet repeat                         | quiet repeat                         |
| submit_whistle       | refused not_found | refused whistle_only                 | refused whistle_only                 | refused whistle_only        | refused whistle_only                 | refused whistle_only                 | refused whistle_only                 | refused whistle_only                 |
| replace_confidant    | refused not_found | refused whistle_only                 | refused whistle_only                 | refused whistle_only        | refused whistle_only                 | refused whistle_only                 | refused whistle_only                 | refused whistle_only                 |
| file_watch           | refused not_found | refused not_a_watch | refused not_a_watch | refused not_a_watch | refused not_a_watch | refused not_a_watch | refused not_a_watch | refused not_a_watch |
| accept_watch         | refused not_found | refused not_a_watch | refused not_a_watch | refused not_a_watch | refused not_a_watch | refused not_a_watch | refused not_a_watch | refused not_a_watch |
| extend_watch         | refused not_found | refused not_a_watch | refused not_a_watch | refused not_a_watch | refused not_a_watch | refused not_a_watch | refused not_a_watch | refused not_a_watch |
| lift_watch           | refused not_found | refused not_a_watch | refused not_a_watch | refused not_a_watch | refused not_a_watch | refused not_a_watch | refused not_a_watch | refused not_a_watch |
| convene_conference   | refused not_found | done                                 | done                                 | done                        | done                                 | refused matter_over                  | refused matter_over                  | refused matter_over                  |
| confirm_attendance   | refused not_found | refused not_invited                  | refused not_invited                  | refused not_invited         | refused not_invited                  | refused not_invited                  | refused not_invited                  | refused not_invited                  |
| record_minutes       | refused not_found | refused not_found                    | refused not_found                    | refused not_found           | refused not_found                    | refused not_found                    | refused not_found                    | refused not_found                    |
| decide_at_conference | refused not_found | refused not_found                    | refused not_found                    | refused not_found           | refused not_found                    | refused not_found                    | refused not_found                    | refused not_found                    |
| dissolve_group       | refused not_found | refused not_found                    | refused not_found                    | refused not_found           | refused not_found                    | refused not_found                    | refused not_found                    | refused not_found                    |
| attach_to_matter     | refused not_found | done                                 | done                                 | done                        | done                                 | refused matter_over                  | refused matter_over                  | refused matter_over                  |
| assign_urgently      | refused not_found | refused matter_not_drafting          | → issued                             | refused matter_not_drafting | refused matter_not_drafting          | refused matter_not_drafting          | refused matter_not_drafting          | refused matter_not_drafting          |
| submit_formal        | refused not_found | refused formal_not_owed              | refused formal_not_owed              | refused formal_not_owed     | refused formal_not_owed              | refused formal_not_owed              | refused formal_not_owed              | refused formal_not_owed              |
| issue_formal         | refused not_found | refused formal_not_owed              | refused formal_not_owed              | refused formal_not_owed     | refused formal_not_owed              | refused formal_not_owed              | refused formal_not_owed              | refused formal_not_owed              |
| return_formal        | refused not_found | refused formal_not_owed              | refused formal_not_owed              | refused formal_not_owed     | refused formal_not_owed              | refused formal_not_owed              | refused formal_not_owed              | refused formal_not_owed              |
`)

const signoffTable = readTable(`
| 送签 of a report under review | not owed                   | owed                    | asked for               | given                    |
| ----------------------------- | -------------------------- | ----------------------- | ----------------------- | ------------------------ |
| request_signoff               | refused signoff_not_needed | done                    | quiet already_requested | quiet already_signed_off |
| sign_off                      | refused signoff_not_needed | done                    | done                    | quiet already_signed_off |
| accept_feedback               | → closed                   | refused signoff_missing | refused signoff_missing | → closed                 |
| send_back                     | → in_hand                  | → in_hand               | → in_hand               | → in_hand                |
`)

const supervisionTable = readTable(`
| 督办 of an open slip | not proposed                     | proposed                    | issued                      | declined                    |
| -------------------- | -------------------------------- | --------------------------- | --------------------------- | --------------------------- |
| propose_supervision  | done                             | quiet already_proposed      | quiet already_proposed      | done                        |
| issue_supervision    | refused supervision_not_proposed | done                        | quiet already_ruled         | quiet already_ruled         |
| decline_supervision  | refused supervision_not_proposed | done                        | quiet already_ruled         | quiet already_ruled         |
| acknowledge          | refused not_found                | done                        | done                        | done                        |
| instruct             | refused not_found                | done                        | done                        | done                        |
| climb_rungs          | done                             | done                        | done                        | done                        |
`)

const accountabilityTable = readTable(`
| 问责 of a slip         | not proposed                        | proposed                      | transferred                | declined                |
| ---------------------- | ----------------------------------- | ----------------------------- | -------------------------- | ----------------------- |
| propose_accountability | done                                | quiet accountability_proposed | done                       | done                    |
| transfer               | refused accountability_not_proposed | done                          | quiet already_ruled        | quiet already_ruled     |
| decline_transfer       | refused accountability_not_proposed | done                          | quiet already_ruled        | quiet already_ruled     |
| acknowledge_file       | refused not_found                   | refused not_found             | done                       | refused not_found       |
`)

const watchTable = readTable(`
| 预警 a month after it was | opened                | proposed                   | accepted            | lifted             | turned into an assignment |
| ------------------------ | --------------------- | -------------------------- | ------------------- | ------------------ | ------------------------- |
| file_watch               | done | quiet already_submitted | quiet already_submitted | quiet already_submitted | quiet already_submitted |
| accept_watch             | refused not_a_watch   | done                       | quiet already_ruled | quiet watch_lifted | refused watch_turned |
| extend_watch             | refused not_a_watch   | refused watch_not_accepted | done                | quiet watch_lifted | refused watch_turned |
| lift_watch               | refused not_a_watch   | → closed                   | → closed            | quiet watch_lifted | refused watch_turned |
| start_draft              | → drafting            | → drafting                 | → drafting          | quiet already_taken_up | quiet already_taken_up |
`)

const conferenceTable = readTable(`
| 会商 on a matter      | called | answered                | minuted               | its group dissolved    |
| -------------------- | ------ | ----------------------- | --------------------- | ---------------------- |
| convene_conference   | done   | done                    | done                  | done                   |
| confirm_attendance   | done   | quiet already_confirmed | quiet conference_over | done                   |
| record_minutes       | done   | done                    | quiet already_recorded | done                  |
| decide_at_conference | done   | done                    | done                  | done                   |
| dissolve_group       | done   | done                    | done                  | quiet already_recorded |
`)

const rightful: Readonly<Record<CommandType, Person | Actor>> = {
  register: 林晓燕,
  start_draft: 林晓燕,
  submit_draft: 林晓燕,
  approve_issue: 周建国,
  return_draft: 周建国,
  withdraw_draft: 林晓燕,
  assign_urgently: 林晓燕,
  submit_formal: 林晓燕,
  issue_formal: 周建国,
  return_formal: 周建国,
  record_release: 王立,
  waive_conference: 周建国,
  hand_over_clue: 王立,
  receive_clue: 孙倩,
  decline_matter: 林晓燕,
  merge_matter: 林晓燕,
  start_monitoring: 林晓燕,
  log_monitoring: 林晓燕,
  end_monitoring: 林晓燕,
  climb_matter_rungs: system,
  sign_receipt: 王立,
  report_first_response: 王立,
  show_findings: 王立,
  attach: 王立,
  report_progress: 王立,
  submit_final: 王立,
  request_signoff: 王立,
  sign_off: 刘国强,
  accept_feedback: 林晓燕,
  send_back: 林晓燕,
  withdraw_slip: 周建国,
  climb_rungs: system,
  rederive_limits: system,
  remind: 林晓燕,
  propose_supervision: 林晓燕,
  issue_supervision: 吴敏,
  decline_supervision: 吴敏,
  acknowledge: 高远,
  instruct: 高远,
  answer_directive: 赵明,
  request_extension: 王立,
  grant_extension: 林晓燕,
  refuse_extension: 林晓燕,
  contest: 王立,
  reassign: 林晓燕,
  refuse_contest: 林晓燕,
  request_deferral: 王立,
  grant_deferral: 林晓燕,
  refuse_deferral: 林晓燕,
  amend: 周建国,
  register_whistle: 林晓燕,
  submit_whistle: 林晓燕,
  replace_confidant: 周建国,
  propose_accountability: 吴敏,
  transfer: 吴敏,
  decline_transfer: 吴敏,
  acknowledge_file: 秦岚,
  praise: 林晓燕,
  file_watch: 林晓燕,
  accept_watch: 林晓燕,
  extend_watch: 林晓燕,
  lift_watch: 林晓燕,
  convene_conference: 林晓燕,
  confirm_attendance: 王立,
  record_minutes: 林晓燕,
  decide_at_conference: 周建国,
  dissolve_group: 林晓燕,
  attach_to_matter: 林晓燕,
}

const grave = { draft: { level: 'major' } } as const

const slips: Readonly<Record<string, Story>> = {
  awaiting_receipt: issuedSlip(),
  in_hand: signedSlip(),
  under_review: slipUnderReview(),
  contested: contestedSlip(),
  deferred: deferredSlip(),
  closed: closedSlip(),
  withdrawn: withdrawnSlip(),
  voided: reassignedSlip(),
}

const matters: Readonly<Record<string, Story>> = {
  'not known yet': freshOffice(),
  registered: freshOffice().after(register({ drafting: false, chatId: 水务集团.chatId }), 王立),
  drafting: draftingMatter(),
  awaiting_approval: matterAwaitingApproval(),
  issued: issuedSlip(),
  closed: closedSlip(),
  declined: matterAwaitingApproval().after(withdrawDraft(), 林晓燕),
  merged: matterAwaitingApproval().after(mergeMatter(), 林晓燕),
}

const signoffs: Readonly<Record<string, Story>> = {
  'not owed': slipUnderReview(),
  owed: slipUnderReview(grave),
  'asked for': slipUnderReview(grave).after(requestSignoff(), 王立),
  given: slipUnderReview(grave).after(requestSignoff(), 王立).after(signOff(), 刘国强),
}

const supervisions: Readonly<Record<string, Story>> = {
  'not proposed': issuedSlip(),
  proposed: neglectedSlip(),
  issued: neglectedSlip().after(issueSupervision(), 吴敏),
  declined: neglectedSlip().after(declineSupervision(), 吴敏),
}

const accountabilities: Readonly<Record<string, Story>> = {
  'not proposed': issuedSlip(),
  proposed: issuedSlip().after(proposeAccountability(), 吴敏),
  transferred: issuedSlip().after(proposeAccountability(), 吴敏).after(transfer(), 吴敏),
  declined: issuedSlip().after(proposeAccountability(), 吴敏).after(declineTransfer(), 吴敏),
}

const watches: Readonly<Record<string, Story>> = {
  opened: openedWatch(),
  proposed: proposedWatch(),
  accepted: filedWatch(),
  lifted: filedWatch().after(liftWatch(), 林晓燕),
  'turned into an assignment': filedWatch().after(startDraft(), 林晓燕),
}

const conferences: Readonly<Record<string, Story>> = {
  called: convenedMatter(),
  answered: convenedMatter().after(confirmAttendance(), 王立),
  minuted: convenedMatter().after(recordMinutes(), 林晓燕),
  'its group dissolved': convenedMatter().after(dissolveGroup(), 林晓燕),
}

function isCommand(name: string): name is CommandType {
  return name in wishes
}

function commandOf(row: string): CommandType {
  if (!isCommand(row)) throw new Error(`no wish is called ${row}`)
  return row
}

function storyIn(stories: Readonly<Record<string, Story>>, column: string): Story {
  const found = stories[column]
  if (!found) throw new Error(`no story leads to ${column}`)
  return found
}

/** A wish pressed a month later, when every limit is over, in the words of the tables. */
function cellOf(before: Story, type: CommandType, statusOf: (story: Story) => string): string {
  const after = before.when(wishes[type], rightful[type], before.now + 30 * DAY)
  if (after.outcome !== 'done') return after.outcome.replace(':', ' ')
  return before.dossier && statusOf(before) === statusOf(after) ? 'done' : `→ ${statusOf(after)}`
}

const tables = [
  { about: 'slip', cells: slipTable, stories: slips, statusOf: (story: Story) => story.slip.status },
  { about: 'matter', cells: matterTable, stories: matters, statusOf: (story: Story) => story.matter.status },
  { about: '送签', cells: signoffTable, stories: signoffs, statusOf: (story: Story) => story.slip.status },
  {
    about: '督办',
    cells: supervisionTable,
    stories: supervisions,
    statusOf: (story: Story) => story.slip.status,
  },
  {
    about: '问责',
    cells: accountabilityTable,
    stories: accountabilities,
    statusOf: (story: Story) => story.slip.status,
  },
  {
    about: '预警',
    cells: watchTable,
    stories: watches,
    statusOf: (story: Story) => story.matter.status,
  },
  {
    about: '会商',
    cells: conferenceTable,
    stories: conferences,
    statusOf: (story: Story) => story.matter.status,
  },
]

describe.each(tables)('the table of $about', ({ cells, stories, statusOf }) => {
  it.each(cells)('$row on $column: $text', ({ row, column, text }) => {
    expect(cellOf(storyIn(stories, column), commandOf(row), statusOf)).toBe(text)
  })

  it('leads nowhere that it has no column for', () => {
    const columns: readonly string[] = [...columnsOf(slipTable), ...columnsOf(matterTable)]
    const reached = cells.flatMap(({ text }) => (text.startsWith('→ ') ? [text.slice(2)] : []))
    expect(reached.filter((status) => !columns.includes(status))).toEqual([])
  })

  it('refuses a form at its opening for the same reason as at its submission', () => {
    for (const { row, column } of cells) {
      const type = commandOf(row)
      if (isRegistration(type)) continue
      const before = storyIn(stories, column)
      const now = before.now + 30 * DAY
      const target = wishes[type](before.dossier, now)
      const opening = mayBegin(type, target, before.dossier, contextOf(rightful[type], now, before.policy))
      const submitted = before.when(wishes[type], rightful[type], now)
      if (opening) expect(outcomeOf(opening), `${row} on ${column}`).toBe(submitted.outcome)
    }
  })
})

describe('the tables', () => {
  it('have a row for every wish there is', () => {
    expect(rowsOf(slipTable)).toEqual(Object.keys(slipGate))
    expect(rowsOf(matterTable)).toEqual(Object.keys(matterGate))
  })

  it('have a column for every status', () => {
    expect([...columnsOf(slipTable)].sort()).toEqual([...slipStatuses].sort())
    expect([...columnsOf(matterTable)].sort()).toEqual([...matterStatuses, 'not known yet'].sort())
  })

  it('tell of stories that really are where their column says', () => {
    for (const [status, story] of Object.entries(slips)) expect(story.slip.status).toBe(status)
    for (const [status, story] of Object.entries(matters)) {
      if (story.dossier) expect(story.matter.status).toBe(status)
    }
  })
})
