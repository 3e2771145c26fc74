/** What files can be that are brought to the site, as their content shows. */
import { registerEnumType } from 'type-graphql';

export const FileKind = { PDF: 'PDF', DOCX: 'DOCX', XLSX: 'XLSX', PPTX: 'PPTX', PNG: 'PNG', JPEG: 'JPEG', WEBP: 'WEBP' } as const;
export type FileKind = keyof typeof FileKind;
registerEnumType(FileKind, {
  name: 'FileKind',
  description: 'What a file is, as its content shows.',
  valuesConfig: {
    PDF: { description: 'A PDF.' }, DOCX: { description: 'A text of Word.' }, XLSX: { description: 'A table of Excel.' }, PPTX: { description: 'Slides of PowerPoint.' },
    PNG: { description: 'A picture.' }, JPEG: { description: 'A photograph.' }, WEBP: { description: 'A picture.' },
  },
});

/** How each kind is named when it is saved, and the type that it is sent as: never what whoever brought it said. */
export const SENT_AS: Readonly<Record<FileKind, { readonly type: string; readonly ending: string }>> = {
  PDF: { type: 'application/pdf', ending: 'pdf' },
  DOCX: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ending: 'docx' },
  XLSX: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
  PPTX: { type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', ending: 'pptx' },
  PNG: { type: 'image/png', ending: 'png' },
  JPEG: { type: 'image/jpeg', ending: 'jpg' },
  WEBP: { type: 'image/webp', ending: 'webp' },
};
