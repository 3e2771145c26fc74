/** The migrations, oldest first. A landed one is never edited. */
import { Migration20261124000000 } from './20261124000000-catalogue.ts';
import { Migration20261124204542 } from './20261124204542-add-search.ts';
import { Migration20261124211141 } from './20261124211141-guard-addresses.ts';
import { Migration20261125123901 } from './20261125123901-add-accounts.ts';
import { Migration20261125130214 } from './20261125130214-add-mail.ts';
import { Migration20261125131338 } from './20261125131338-add-audit.ts';
import { Migration20261125151000 } from './20261125151000-add-proof-of-work.ts';
import { Migration20261125152000 } from './20261125152000-add-keys.ts';
import { Migration20261125160500 } from './20261125160500-add-members.ts';
import { Migration20261125161500 } from './20261125161500-add-agents.ts';
import { Migration20261125163000 } from './20261125163000-add-jobs-of-adviser.ts';
import { Migration20261125163100 } from './20261125163100-guard-mails.ts';
import { Migration20261125164500 } from './20261125164500-add-my-data.ts';
import { Migration20261125171500 } from './20261125171500-guard-invented-people.ts';
import { Migration20261125183000 } from './20261125183000-add-session-life.ts';
import { Migration20261125193000 } from './20261125193000-mend-walls.ts';
import { Migration20261125210000 } from './20261125210000-add-calendars.ts';
import { Migration20261125213000 } from './20261125213000-add-contact-people.ts';
import { Migration20261125213500 } from './20261125213500-add-publishing.ts';
import { Migration20261125214000 } from './20261125214000-bind-experts.ts';
import { Migration20261125220000 } from './20261125220000-add-registrations.ts';
import { Migration20261126100000 } from './20261126100000-one-side.ts';
<<<<<<< HEAD
import { Migration20261126120000 } from './20261126120000-add-attendance.ts';
import { Migration20261126140000 } from './20261126140000-add-questions.ts';
import { Migration20261126160000 } from './20261126160000-finish-registration.ts';
import { Migration20261126161000 } from './20261126161000-tell-changes.ts';
=======
import { Migration20261126113000 } from './20261126113000-empty-jobs.ts';
>>>>>>> critic
import './migration.personal.ts';

export const migrations = [
  { name: '20261124000000-catalogue', class: Migration20261124000000 },
  { name: '20261124204542-add-search', class: Migration20261124204542 },
  { name: '20261124211141-guard-addresses', class: Migration20261124211141 },
  { name: '20261125123901-add-accounts', class: Migration20261125123901 },
  { name: '20261125130214-add-mail', class: Migration20261125130214 },
  { name: '20261125131338-add-audit', class: Migration20261125131338 },
  { name: '20261125151000-add-proof-of-work', class: Migration20261125151000 },
  { name: '20261125152000-add-keys', class: Migration20261125152000 },
  { name: '20261125160500-add-members', class: Migration20261125160500 },
  { name: '20261125161500-add-agents', class: Migration20261125161500 },
  { name: '20261125163000-add-jobs-of-adviser', class: Migration20261125163000 },
  { name: '20261125163100-guard-mails', class: Migration20261125163100 },
  { name: '20261125164500-add-my-data', class: Migration20261125164500 },
  { name: '20261125171500-guard-invented-people', class: Migration20261125171500 },
  { name: '20261125183000-add-session-life', class: Migration20261125183000 },
  { name: '20261125193000-mend-walls', class: Migration20261125193000 },
  { name: '20261125210000-add-calendars', class: Migration20261125210000 },
  { name: '20261125213000-add-contact-people', class: Migration20261125213000 },
  { name: '20261125213500-add-publishing', class: Migration20261125213500 },
  { name: '20261125214000-bind-experts', class: Migration20261125214000 },
  { name: '20261125220000-add-registrations', class: Migration20261125220000 },
  { name: '20261126100000-one-side', class: Migration20261126100000 },
<<<<<<< HEAD
  { name: '20261126120000-add-attendance', class: Migration20261126120000 },
  { name: '20261126140000-add-questions', class: Migration20261126140000 },
  { name: '20261126160000-finish-registration', class: Migration20261126160000 },
  { name: '20261126161000-tell-changes', class: Migration20261126161000 },
=======
  { name: '20261126113000-empty-jobs', class: Migration20261126113000 },
>>>>>>> critic
];
