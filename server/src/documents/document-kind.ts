/** What documents are, and whom they are for. */
import { registerEnumType } from 'type-graphql';

export const SessionDocumentKind = { PDF: 'PDF', DOCX: 'DOCX', XLSX: 'XLSX', PPTX: 'PPTX', PNG: 'PNG', JPEG: 'JPEG', WEBP: 'WEBP' } as const;
export type SessionDocumentKind = keyof typeof SessionDocumentKind;
registerEnumType(SessionDocumentKind, {
  name: 'SessionDocumentKind',
  description: 'What a document is, as its content shows.',
  valuesConfig: {
    PDF: { description: 'A PDF.' }, DOCX: { description: 'A text of Word.' }, XLSX: { description: 'A table of Excel.' }, PPTX: { description: 'Slides of PowerPoint.' },
    PNG: { description: 'A picture.' }, JPEG: { description: 'A photograph.' }, WEBP: { description: 'A picture.' },
  },
});

export const SessionDocumentVisibility = { EVERYBODY: 'EVERYBODY', REGISTERED: 'REGISTERED', TRAINERS: 'TRAINERS' } as const;
export type SessionDocumentVisibility = keyof typeof SessionDocumentVisibility;
registerEnumType(SessionDocumentVisibility, {
  name: 'SessionDocumentVisibility',
  description: 'Whom a document is for. Those who prepare the session see all.',
  valuesConfig: {
    EVERYBODY: { description: 'Whoever sees the session.' },
    REGISTERED: { description: 'Those with a place in it, those who have registered them, and the trainers.' },
    TRAINERS: { description: 'The trainers whose sheet belongs to their account.' },
  },
});

/** How each kind is named when it is saved, and the type that it is sent as: never what whoever brought it said. */
export const SENT_AS: Readonly<Record<SessionDocumentKind, { readonly type: string; readonly ending: string }>> = {
  PDF: { type: 'application/pdf', ending: 'pdf' },
  DOCX: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ending: 'docx' },
  XLSX: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
  PPTX: { type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', ending: 'pptx' },
  PNG: { type: 'image/png', ending: 'png' },
  JPEG: { type: 'image/jpeg', ending: 'jpg' },
  WEBP: { type: 'image/webp', ending: 'webp' },
};
