/** Projects: what the adviser proposes to do with one country or several about what is missing there. */
export { OwnSessionsResolver } from './own-sessions.resolver.ts';
export { ProjectBudgetLine, ProjectCountry, ProjectExpert, ProjectNeed, ProjectOwnSession, ProjectPartner, ProjectRecommendation, ProjectSession, ProjectStep } from './project-parts.entity.ts';
export { ProjectSuggestion } from './project-suggestion.entity.ts';
export { Project, ProjectTranslation } from './project.entity.ts';
export { ProjectsResolver } from './projects.resolver.ts';
export { ProjectReader } from './project.reader.ts';
import './project-suggestions.reader.ts';
import './projects.personal.ts';
