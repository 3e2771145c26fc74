/** Who took part in what over the years: of a person, of an organisation, of a country. */
export { TrainingRecordEntry } from './record.entity.ts';
import './record.personal.ts';
import './record.reader.ts';
