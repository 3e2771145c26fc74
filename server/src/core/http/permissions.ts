/** What a document may ask of the device, as `Permissions-Policy` says it. */

/** What pages use themselves: keys to sign in with, and copying an address or a code for its reader. */
const USED = ['clipboard-write', 'publickey-credentials-create', 'publickey-credentials-get'];

/** What no page uses: all else that Chromium names (`document.featurePolicy.features()`). A browser that does not know a name passes over it. */
const CLOSED = `
  accelerometer aria-notify autoplay browsing-topics camera captured-surface-control clipboard-read compute-pressure cross-origin-isolated
  deferred-fetch deferred-fetch-minimal digital-credentials-create digital-credentials-get display-capture encrypted-media fullscreen gamepad
  geolocation gyroscope hid identity-credentials-get idle-detection interest-cohort keyboard-map language-detector language-model local-fonts
  local-network local-network-access loopback-network magnetometer media-playback-while-not-visible microphone midi on-device-speech-recognition
  otp-credentials payment picture-in-picture private-state-token-issuance private-state-token-redemption screen-wake-lock serial
  speaker-selection storage-access summarizer sync-xhr translator unload usb window-management xr-spatial-tracking
  ch-device-memory ch-downlink ch-dpr ch-ect ch-prefers-color-scheme ch-prefers-reduced-motion ch-prefers-reduced-transparency ch-rtt ch-save-data
  ch-ua ch-ua-arch ch-ua-bitness ch-ua-form-factors ch-ua-full-version ch-ua-full-version-list ch-ua-high-entropy-values ch-ua-mobile ch-ua-model
  ch-ua-platform ch-ua-platform-version ch-ua-wow64 ch-viewport-height ch-viewport-width ch-width
`.trim().split(/\s+/);

/** Of every response: what is no document asks for nothing, and few words are enough for one that is taken for one. */
export const PERMISSIONS = closed(['camera', 'geolocation', 'microphone', 'payment', 'usb', 'browsing-topics']);

/** Of a document of the page. */
export const PAGE_PERMISSIONS = [closed(CLOSED), ...USED.map((name) => `${name}=(self)`)].join(', ');

/** Of a page that reads codes by the camera, whose picture Chromium does not play where what is out of sight may not be. */
export const PERMISSIONS_WITH_CAMERA = ['camera', 'media-playback-while-not-visible'].reduce((policy, name) => policy.replace(`${name}=()`, `${name}=(self)`), PAGE_PERMISSIONS);

function closed(names: readonly string[]): string {
  return names.map((name) => `${name}=()`).join(', ');
}
