import { useI18n } from 'vue-i18n';

import type { Labels } from './labels.ts';
import { useInstrumentStatus } from './useInstrumentStatus.ts';

/** The words for the values of the API's enumerations, in the reader's language. */
export function useLabels(): Labels {
  const { t } = useI18n();
  return {
    sessionFormat: (value) => ({
      ON_SITE: () => t('sessionFormat.ON_SITE'),
      ONLINE: () => t('sessionFormat.ONLINE'),
      HYBRID: () => t('sessionFormat.HYBRID'),
    })[value](),
    sessionLevel: (value) => ({
      INTRODUCTORY: () => t('sessionLevel.INTRODUCTORY'),
      INTERMEDIATE: () => t('sessionLevel.INTERMEDIATE'),
      ADVANCED: () => t('sessionLevel.ADVANCED'),
    })[value](),
    cefrLevel: (value) => ({
      A1: () => t('cefrLevel.A1'),
      A2: () => t('cefrLevel.A2'),
      B1: () => t('cefrLevel.B1'),
      B2: () => t('cefrLevel.B2'),
      C1: () => t('cefrLevel.C1'),
      C2: () => t('cefrLevel.C2'),
      NATIVE: () => t('cefrLevel.NATIVE'),
    })[value](),
    membershipBody: (value) => ({
      EU: () => t('membershipBody.EU'),
      COUNCIL_OF_EUROPE: () => t('membershipBody.COUNCIL_OF_EUROPE'),
      OSCE: () => t('membershipBody.OSCE'),
    })[value](),
    nameContext: (value) => ({
      EU: () => t('membershipBody.EU'),
      COUNCIL_OF_EUROPE: () => t('membershipBody.COUNCIL_OF_EUROPE'),
      UN: () => t('nameContext.UN'),
    })[value](),
    membershipStatus: (value) => ({
      MEMBER: () => t('membershipStatus.MEMBER'),
      CANDIDATE: () => t('membershipStatus.CANDIDATE'),
      POTENTIAL_CANDIDATE: () => t('membershipStatus.POTENTIAL_CANDIDATE'),
      NONE: () => t('membershipStatus.NONE'),
    })[value](),
    instrumentStatus: useInstrumentStatus(),
    consentKind: (value) => ({
      RATIFICATION: () => t('consentKind.RATIFICATION'),
      ACCESSION: () => t('consentKind.ACCESSION'),
      SUCCESSION: () => t('consentKind.SUCCESSION'),
    })[value](),
    monitoringBody: (value) => (value === 'Committee of the Parties' ? t('monitoringBody.COMMITTEE_OF_THE_PARTIES') : value),
    recommendationVerb: (value) => ({
      URGE: () => t('recommendationVerb.URGE'),
      CONSIDER: () => t('recommendationVerb.CONSIDER'),
      INVITE: () => t('recommendationVerb.INVITE'),
      OTHER: () => t('recommendationVerb.OTHER'),
    })[value](),
    organisationKind: (value) => ({
      AUTHORITY: () => t('organisationKind.AUTHORITY'),
      COORDINATOR: () => t('organisationKind.COORDINATOR'),
      INTERNATIONAL: () => t('organisationKind.INTERNATIONAL'),
      NETWORK: () => t('organisationKind.NETWORK'),
      NGO: () => t('organisationKind.NGO'),
    })[value](),
    languageUse: (value) => ({
      WORKING: () => t('languageUse.WORKING'),
      INTERPRETATION: () => t('languageUse.INTERPRETATION'),
    })[value](),
  };
}
