/** As what people act. */
import { registerEnumType } from 'type-graphql';

export const RoleScope = { NOWHERE: 'NOWHERE', COUNTRY: 'COUNTRY', NGO: 'NGO', INTERNATIONAL: 'INTERNATIONAL' } as const;
export type RoleScope = keyof typeof RoleScope;
registerEnumType(RoleScope, {
  name: 'RoleScope',
  description: 'What a role is for.',
  valuesConfig: {
    NOWHERE: { description: 'For no country and no organisation.' },
    COUNTRY: { description: 'For a country.' },
    NGO: { description: 'For a non-governmental organisation.' },
    INTERNATIONAL: { description: 'For an international organisation.' },
  },
});

export const MemberRole = {
  ADVISER: 'ADVISER', ASSISTANT: 'ASSISTANT', TRANSLATOR: 'TRANSLATOR', SCAC: 'SCAC', SSI: 'SSI',
  NGO_COORDINATOR: 'NGO_COORDINATOR', NGO_MEMBER: 'NGO_MEMBER', AUTHORITY: 'AUTHORITY', INTERNATIONAL: 'INTERNATIONAL', EXPERT: 'EXPERT',
} as const;
export type MemberRole = keyof typeof MemberRole;
registerEnumType(MemberRole, {
  name: 'MemberRole',
  description: 'As what somebody acts.',
  valuesConfig: {
    ADVISER: { description: 'The regional technical adviser.' },
    ASSISTANT: { description: 'Who helps the adviser.' },
    TRANSLATOR: { description: 'Who translates and reviews texts.' },
    SCAC: { description: 'An officer of the cooperation and cultural service of the French embassy in the country.' },
    SSI: { description: 'An officer of the internal security service of the French embassy in the country.' },
    NGO_COORDINATOR: { description: 'Who answers for a non-governmental organisation.' },
    NGO_MEMBER: { description: 'Who works for a non-governmental organisation.' },
    AUTHORITY: { description: 'Who works for an authority of the country.' },
    INTERNATIONAL: { description: 'Who works for an international organisation.' },
    EXPERT: { description: 'A French expert.' },
  },
});
