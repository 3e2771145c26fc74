import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** What lists can be filtered by. */
export const VocabularyQuery = graphql(`
  query Vocabulary {
    countries {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    professions {
      id
      code
      name { ...LocalizedFields }
    }
    themes {
      id
      code
      name { ...LocalizedFields }
    }
    languages {
      id
      code
      name { ...LocalizedFields }
    }
    audiences {
      id
      code
      name { ...LocalizedFields }
    }
  }
`, [LocalizedFields]);
