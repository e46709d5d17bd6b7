/** Two soft notes; browsers keep silent until the visitor has touched the page, and so do we. */
export function beep(): void {
  try {
    const audio = new AudioContext();
    for (const [start, pitch] of [
      [0, 660],
      [0.12, 880],
    ] as const) {
      const note = audio.createOscillator();
      const loudness = audio.createGain();
      note.frequency.value = pitch;
      loudness.gain.setValueAtTime(0.06, audio.currentTime + start);
      loudness.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + start + 0.25);
      note.connect(loudness).connect(audio.destination);
      note.start(audio.currentTime + start);
      note.stop(audio.currentTime + start + 0.25);
      note.onended = () => start > 0 && void audio.close();
    }
  } catch {
    // No sound device: the badge is enough.
  }
}
