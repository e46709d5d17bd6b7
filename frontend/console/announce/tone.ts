let context: AudioContext | undefined;

const NOTES = [
  { hertz: 660, at: 0 },
  { hertz: 880, at: 0.12 },
];
const LOUDNESS = 0.08;
const LENGTH_S = 0.22;

/** Two short soft notes; silent until the agent has touched the page. */
export function playTone(): void {
  // Before the first click the notes would only pile up and sound together later.
  if (!navigator.userActivation?.hasBeenActive) return;
  try {
    context ??= new AudioContext();
    void context.resume();
    for (const { hertz, at } of NOTES) note(context, hertz, context.currentTime + at);
  } catch {
    // No sound device: title and notification still tell.
  }
}

function note(audio: AudioContext, hertz: number, start: number): void {
  const tone = new OscillatorNode(audio, { frequency: hertz });
  const volume = new GainNode(audio, { gain: 0 });
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + LENGTH_S);
  tone.connect(volume).connect(audio.destination);
  tone.start(start);
  tone.stop(start + LENGTH_S);
}
