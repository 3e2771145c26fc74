// A door of its own for pages of other features: what is of projects comes after them, and to most readers not at all.
export { ProjectLinks, SessionProjects } from '../laterProjectLinks.ts';
export { SessionProject } from '../laterSessionProject.ts';
