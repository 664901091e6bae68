// @ts-check
/** The QR reader. It decodes images in the browser and sends nothing. */
import decodeQR from 'qr/decode.js';

/**
 * The attempts to find a symbol: the longest side of the scaled image in pixels, and whether its
 * colours are inverted. At 1600 pixels, the photo of a checklist has three or four pixels per
 * module. Blurred and noisy photos often succeed at a smaller size.
 * @type {[number, boolean][]}
 */
const ATTEMPTS = [
  [1600, false],
  [800, false],
  [1600, true],
  [2400, false],
];

/** The time limit of each attempt in milliseconds, for slow computers. */
const TIME_LIMIT = 1_500;

/**
 * The text of the QR code in an image, or undefined. Rejects if the browser cannot decode the
 * image.
 * @param {Blob} file
 * @returns {Promise<string | undefined>}
 */
export async function scan(file) {
  const image = await createImageBitmap(file);
  try {
    for (const [size, isInverted] of ATTEMPTS) {
      const text = decode(pixels(image, size, isInverted));
      if (text !== undefined) return text;
    }
    return undefined;
  } finally {
    image.close();
  }
}

/** @param {ImageData} image */
function decode(image) {
  try {
    return decodeQR(image, { effort: 4, timeLimit: TIME_LIMIT });
  } catch {
    return undefined; // The decoder throws if it finds no symbol.
  }
}

/**
 * The pixels of a scaled image.
 * @param {ImageBitmap} image
 * @param {number} size  the maximum of its longest side in pixels
 * @param {boolean} isInverted
 */
function pixels(image, size, isInverted) {
  const scale = Math.min(1, size / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  // The background of a transparent image.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const result = context.getImageData(0, 0, canvas.width, canvas.height);
  if (isInverted)
    result.data.forEach((value, index, bytes) => {
      if (index % 4 < 3) bytes[index] = 255 - value;
    });
  return result;
}
