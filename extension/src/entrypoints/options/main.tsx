import "../../ui/styles.css";
import { render } from "preact";
import { Options } from "../../ui/options.tsx";
import { locale } from "../../ui/translate.ts";

document.documentElement.lang = locale;
document.documentElement.classList.add("page");
const app = document.getElementById("app");
if (app) render(<Options />, app);
