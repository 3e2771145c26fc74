/** The cities that missions lead to or leave from. */
export { City, CityTranslation } from './city.entity.ts';
export { CityReader } from './city.reader.ts';
import './city.personal.ts';
