export { Agents } from './agents.service.ts';
export { agentJobs } from './agents.jobs.ts';
export { agentRoutes } from './agent-routes.ts';
export { type AgentProvider, IdentityProvider } from './identity-provider.ts';
export { AgentsResolver } from './agents.resolver.ts';
export { SignInAttempt } from './sign-in-attempt.entity.ts';
import './agent.personal.ts';
import './agents.reader.ts';
