// A door of its own for the page of a session.
export { default as EvaluationLink } from '../EvaluationLink.vue';
