// A door of its own: pages that show the whole region load it without the map beside a country.
export { default as CountryLocator } from './CountryLocator.vue';
