// Catat belanja and everything else that takes photos.
import { bills } from "./lib/bill.js";
import { cameras } from "./lib/camera.js";

cameras();
bills();
