export { Provenance, provenanceOf, Sourced } from './provenance.ts';
