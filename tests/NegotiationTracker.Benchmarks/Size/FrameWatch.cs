using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace NegotiationTracker.Benchmarks.Size;

/// <summary>
/// Watches a page from before its first script: how long its own callbacks work in each frame, when frames come, and when a canvas is first drawn on
/// after data came. Moves it as a hand would, by the wheel and by dragging.
/// </summary>
internal static class FrameWatch
{
    private const string Script = """
        (() => {
          const watch = window.frameWatch = { isOn: false, busy: 0, work: [], gaps: [], data: null, marks: null };
          const timed = act => function (...given) {
            const began = performance.now();
            try { return act.apply(this, given); } finally { watch.busy += performance.now() - began; }
          };
          const frame = window.requestAnimationFrame.bind(window);
          window.requestAnimationFrame = act => frame(timed(act));
          const inputs = new Set(['wheel', 'mousewheel', 'pointerdown', 'pointermove', 'pointerup', 'mousedown', 'mousemove', 'mouseup', 'touchmove', 'click']);
          const wrapped = new WeakMap(), { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
          const own = act => { if (!wrapped.has(act)) wrapped.set(act, timed(act)); return wrapped.get(act); };
          EventTarget.prototype.addEventListener = function (type, act, how) { return add.call(this, type, inputs.has(type) && typeof act === 'function' ? own(act) : act, how); };
          EventTarget.prototype.removeEventListener = function (type, act, how) { return remove.call(this, type, (typeof act === 'function' && wrapped.get(act)) || act, how); };
          const { fetch } = window;
          window.fetch = async (...given) => {
            const answer = await fetch(...given);
            if (answer.url.includes('/timeline/window')) {
              const json = answer.json.bind(answer);
              answer.json = async () => { const read = await json(); watch.data ??= performance.now(); return read; };
            }
            return answer;
          };
          for (const name of ['fillRect', 'fill', 'drawImage']) {
            const draw = CanvasRenderingContext2D.prototype[name];
            CanvasRenderingContext2D.prototype[name] = function (...given) {
              if (watch.data !== null) watch.marks ??= performance.now();
              return draw.apply(this, given);
            };
          }
          // Not before it is moved: a page that is asked for frames while it loads is laid out and drawn half done, again and again.
          let last;
          const tick = now => {
            if (!watch.isOn) return;
            if (last !== undefined) { watch.gaps.push(now - last); if (watch.busy > 0) watch.work.push(watch.busy); }
            [watch.busy, last] = [0, now];
            frame(tick);
          };
          watch.start = () => {
            Object.assign(watch, { isOn: true, busy: 0, work: [], gaps: [] });
            last = undefined;
            frame(tick);
          };
        })();
        """;

    public static Task OnAsync(IPage page) => page.AddInitScriptAsync(Script);

    /// <summary>When the first marks were drawn, in milliseconds after the navigation began.</summary>
    public static async Task<double> FirstMarksAsync(IPage page)
    {
        await page.WaitForFunctionAsync("() => window.frameWatch.marks !== null", null, new() { Timeout = 30_000 });
        return await page.EvaluateAsync<double>("() => window.frameWatch.marks");
    }

    /// <summary>Moves what is drawn in a box for some time, and tells how its frames went.</summary>
    public static async Task<Frames> MoveAsync(IPage page, LocatorBoundingBoxResult box, TimeSpan time)
    {
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.MoveAsync(x, y);
        await page.EvaluateAsync("() => window.frameWatch.start()");
        var end = DateTime.UtcNow + time;
        for (var turn = 0; DateTime.UtcNow < end; turn++)
        {
            for (var i = 0; i < 25 && DateTime.UtcNow < end; i++) await page.Mouse.WheelAsync(0, turn % 4 < 2 ? -60 : 60);
            await page.Mouse.DownAsync();
            for (var i = 1; i <= 25 && DateTime.UtcNow < end; i++) await page.Mouse.MoveAsync(x + (i * (turn % 2 == 0 ? 9 : -9)), y);
            await page.Mouse.UpAsync();
            await page.Mouse.MoveAsync(x, y);
        }
        var seen = await page.EvaluateAsync<JsonElement>("() => { window.frameWatch.isOn = false; return { work: window.frameWatch.work, gaps: window.frameWatch.gaps }; }");
        return new Frames(Numbers(seen, "work"), Numbers(seen, "gaps"));
    }

    /// <summary>What scripts hold after a collection, megabytes.</summary>
    public static async Task<double> HeapAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("Performance.enable");
        await devtools.SendAsync("HeapProfiler.collectGarbage");
        var metrics = await devtools.SendAsync("Performance.getMetrics");
        return metrics!.Value.GetProperty("metrics").EnumerateArray().First(m => m.GetProperty("name").GetString() == "JSHeapUsedSize").GetProperty("value").GetDouble() / 1048576;
    }

    private static List<double> Numbers(JsonElement seen, string name) => [.. seen.GetProperty(name).EnumerateArray().Select(n => n.GetDouble())];
}

/// <summary>How the frames of a page went.</summary>
/// <param name="Work">Milliseconds that the page's own callbacks worked, for each frame in which they did.</param>
/// <param name="Gaps">Milliseconds from each frame to the next.</param>
internal sealed record Frames(IReadOnlyList<double> Work, IReadOnlyList<double> Gaps)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"work p50 {Figures.Median(Work):0.0} p95 {Figures.Late(Work):0.0} max {Work.Max():0.0} ms; frame to frame p50 {Figures.Median(Gaps):0.0} p95 {Figures.Late(Gaps):0.0} max {Gaps.Max():0.0} ms; {Gaps.Count} frames");
}
