// A door of its own for pages of other features: what is on every page does not load it.
export { emailFault, emailSent } from '../emailFault.ts';
export { default as EmailField } from '../EmailField.vue';
export { type Role, ROLES } from '../roles.ts';
export { useSecret } from '../secret.ts';
export { default as SignOutButton } from '../SignOutButton.vue';
export { useFollowedLink } from '../useFollowedLink.ts';
export { useReadLink } from '../useReadLink.ts';
export { useRoleName } from '../useRoleName.ts';
export { useGoingOn } from '../useSigningIn.ts';
export { useViewer } from '../useViewer.ts';
