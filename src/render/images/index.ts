export { imageCodes } from './codes.ts';
export { fitImage, type FitOptions, type FittedImage } from './fit.ts';
export { inspectImage, type ImageInfo, type ImageSource } from './inspect.ts';
export { typeOfName, type ImageType } from './type.ts';
