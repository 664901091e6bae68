// @ts-check
/** Finds the QR symbol in a picture, here in the browser: nothing of the picture is sent anywhere. */
import decodeQR from 'qr/decode.js';

/**
 * How a picture is looked at, one after the other until a symbol is found: its longest side in pixels, and whether dark and
 * light are exchanged. A sheet on a photo has three or four pixels for each module at the first; what is blurred or
 * noisy is often found where it is smaller.
 * @type {[number, boolean][]}
 */
const LOOKS = [[1600, false], [800, false], [1600, true], [2400, false]];

/** Milliseconds for each look: an old computer must not stand still. */
const TIME = 1_500;

/**
 * The text of the symbol; undefined if none is found. Throws if the file is no picture that the browser can show.
 * @param {Blob} file
 * @returns {Promise<string | undefined>}
 */
export async function scan(file) {
  const picture = await createImageBitmap(file);
  try {
    for (const [longest, exchanged] of LOOKS) {
      const text = look(pixels(picture, longest, exchanged));
      if (text !== undefined) return text;
    }
    return undefined;
  } finally {
    picture.close();
  }
}

/** @param {ImageData} image */
function look(image) {
  try {
    return decodeQR(image, { effort: 4, timeLimit: TIME });
  } catch {
    return undefined; // Its way to say that there is none.
  }
}

/**
 * @param {ImageBitmap} picture
 * @param {number} longest  pixels of its longest side at most
 * @param {boolean} exchanged  dark for light
 */
function pixels(picture, longest, exchanged) {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  // Under a picture that can be seen through.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  if (exchanged) image.data.forEach((value, place, data) => {
    if (place % 4 < 3) data[place] = 255 - value;
  });
  return image;
}
