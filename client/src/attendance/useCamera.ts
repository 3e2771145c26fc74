import { onScopeDispose, type Ref, ref, type ShallowRef } from 'vue';

/** How often the picture is looked at, in milliseconds; how wide it is made for that; how long the same code is not told again. */
const EVERY = 200;
const WIDTH = 640;
const SAME = 3_000;

type Look = (video: HTMLVideoElement) => Promise<string | undefined>;

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

/** How this browser reads QR codes: by itself, or by a library that is loaded now, so that it is there without a network. */
async function looker(): Promise<Look> {
  const Own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (Own && (await Own.getSupportedFormats()).includes('qr_code')) {
    const detector = new Own({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  const { default: decode } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  return async (video) => {
    const scale = Math.min(1, WIDTH / video.videoWidth);
    [canvas.width, canvas.height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    try {
      return decode(context.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      // No code in this picture.
      return undefined;
    }
  };
}

export interface Camera {
  readonly isOn: Ref<boolean>;
  /** Whether it was refused, or there is none. */
  readonly isRefused: Ref<boolean>;
  readonly turnOn: () => Promise<void>;
  readonly turnOff: () => void;
}

/** Reads QR codes by the camera into `read`. What it sees goes nowhere else. For composables only. */
export function useCamera(video: Readonly<ShallowRef<HTMLVideoElement | null>>, read: (text: string) => void): Camera {
  const isOn = ref(false);
  const isRefused = ref(false);
  const look = typeof document === 'undefined' ? undefined : looker();
  let stream: MediaStream | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = { text: '', at: 0 };

  async function turnOn(): Promise<void> {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
    } catch {
      isRefused.value = true;
      return;
    }
    [isOn.value, isRefused.value] = [true, false];
    const element = video.value;
    if (!element) return turnOff();
    element.srcObject = stream;
    await element.play().catch(() => undefined);
    void watch(element);
  }

  async function watch(element: HTMLVideoElement): Promise<void> {
    const text = element.videoWidth > 0 ? await (await look!)(element).catch(() => undefined) : undefined;
    if (!isOn.value) return;
    if (text && (text !== last.text || Date.now() - last.at > SAME)) {
      last = { text, at: Date.now() };
      read(text);
    }
    timer = setTimeout(() => void watch(element), EVERY);
  }

  function turnOff(): void {
    clearTimeout(timer);
    stream?.getTracks().forEach((track) => track.stop());
    [stream, isOn.value] = [undefined, false];
  }

  onScopeDispose(turnOff);
  return { isOn, isRefused, turnOn, turnOff };
}
