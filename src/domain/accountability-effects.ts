import type { SlipEvent } from './event.ts'
import type { EffectContext, Mail, Post } from './post.ts'
import type { Slip } from './slip.ts'

type Told = SlipEvent & { type: 'accountability_proposed' | 'accountability_transferred' }

/** 问责 is proposed to the supervision office and, once signed, sent to the discipline office: to nobody else. */
export function accountabilityEffects(
  event: Told,
  slip: Slip,
  mail: Mail,
  { directory }: EffectContext,
): readonly Post[] {
  const { id: slipId } = slip
  const n = slip.accountabilities.length
  switch (event.type) {
    case 'accountability_proposed':
      return directory.bodiesOfKind('supervision').flatMap(({ id }) =>
        mail.toBody(id, `accountability_proposal/${slipId}/${n}/${id}`, {
          kind: 'accountability_proposal',
          slipId,
          n,
        }),
      )
    case 'accountability_transferred':
      return directory
        .bodiesOfKind('discipline')
        .flatMap(({ id }) =>
          mail.toBody(id, `transfer_file/${slipId}/${n}/${id}`, { kind: 'transfer_file', slipId, n }),
        )
  }
}
