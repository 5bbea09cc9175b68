import { maps } from "./lib/map.js";

maps();
