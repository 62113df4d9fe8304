/** Grey squares, as small as a picture can be. */
export const lighter = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='
export const darker = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGPQAAAAKgApazFUcwAAAABJRU5ErkJggg=='

/** A picture as somebody chooses it from a folder. */
export const chosen = (picture: string) => ({ name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from(picture, 'base64') })
