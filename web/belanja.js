// Catat belanja and everything else that takes photos.
import { cameras } from "./lib/camera.js";

cameras();
