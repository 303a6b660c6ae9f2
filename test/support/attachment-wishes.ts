import type { OfferedFile } from '../../src/domain/attachment.ts'
import type { Ask } from './wishes.ts'

/** 水质检测报告 as a PDF, and a photograph of the pipe, which comes without a name. */
export const waterReport: OfferedFile = {
  id: 'file-1',
  name: '翠湖苑水质检测报告.pdf',
  kind: 'pdf',
  bytes: 1_258_291,
  sha256: '9f2b6c1d4e7a08f35c6b1a2d3e4f5061728394a5b6c7d8e9f00112233445566a',
}

export const pipePhoto: OfferedFile = {
  id: 'file-2',
  name: null,
  kind: 'jpg',
  bytes: 348_160,
  sha256: '41d0a7be92c35f68140b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6071',
}

export function attach(files: readonly OfferedFile[] = [waterReport], n = 1): Ask {
  return (dossier) => ({ type: 'attach', slipId: dossier?.slips[n - 1]?.id ?? 'unknown-slip', files })
}

export function attachToMatter(files: readonly OfferedFile[] = [pipePhoto]): Ask {
  return (dossier) => ({ type: 'attach_to_matter', matterId: dossier?.matter.id ?? 'matter-1', files })
}

export const attachmentWishes = { attach: attach(), attach_to_matter: attachToMatter() } as const
