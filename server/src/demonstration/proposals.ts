/** What the invented expert with an account proposes for their own sheet: it waits for the adviser. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { v5 } from 'uuid';

