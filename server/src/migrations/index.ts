/** The migrations, oldest first. A landed one is never edited. */
import { Migration20261124000000 } from './20261124000000-catalogue.ts';

export const migrations = [
  { name: '20261124000000-catalogue', class: Migration20261124000000 },
];
