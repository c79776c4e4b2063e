/** How loud a microphone is just now. */

const EVERY = 100;
const LOUD = 0.02;
const QUIETEST = -60;

/**
 * @param {AudioContext} context
 * @param {MediaStream} stream
 * @param {function({level: number, isLoud: boolean})} onLevel hears from 0 to 1 how
 *   loud it is, ten times a second, and whether that is more than the noise of a room
 * @returns {function()} stops
 */
export function watchLevel(context, stream, onLevel) {
  const analyser = context.createAnalyser();
  const source = context.createMediaStreamSource(stream);
  const samples = new Float32Array(analyser.fftSize);
  source.connect(analyser);

  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    const loudness = Math.sqrt(power);
    onLevel({ level: scaled(loudness), isLoud: loudness > LOUD });
  }, EVERY);

  return () => {
    clearInterval(timer);
    source.disconnect();
  };
}

/** Ears hear by decibels, and so does the meter. */
function scaled(loudness) {
  const decibels = loudness ? 20 * Math.log10(loudness) : QUIETEST;
  return Math.min(1, Math.max(0, 1 - decibels / QUIETEST));
}
