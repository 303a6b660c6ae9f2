import type { Category } from './dictionary.ts'
import type { BodyId, Directory, UnitGroup } from './directory.ts'
import type { Policy } from './policy.ts'
import type { Duty } from './slip.ts'

/**
 * Who answers in public where several units have slips of one matter. `lead`: one answer, the lead's, and the others
 * report what they found and did to the office (通知一：部门之间应加强沟通协商，确保回应的信息准确一致). `every`: each for
 * itself.
 */
export type Publishing = 'lead' | 'every'

/** How the policy settles it. */
export interface PublishingRule {
  readonly publishes: Publishing
  /** Categories that are settled otherwise. */
  readonly categories: Readonly<Partial<Record<Category, Publishing>>>
  /**
   * Supporting units of these groups answer beside the lead in any case: 涉及多个地方的，上级主管部门是第一责任主体，
   * 相关地方按照属地管理原则进行回应 (通知一).
   */
  readonly groups: readonly UnitGroup[]
}

/** Whether this unit gives the answer itself. */
export function answersItself(
  duty: Duty,
  unitId: BodyId,
  category: Category,
  { policy, directory }: { readonly policy: Policy; readonly directory: Directory },
): boolean {
  const { publishes, categories, groups } = policy.publishing
  const group = directory.body(unitId)?.unit?.group
  return (
    duty === 'lead' ||
    (categories[category] ?? publishes) === 'every' ||
    (group !== undefined && groups.includes(group))
  )
}
