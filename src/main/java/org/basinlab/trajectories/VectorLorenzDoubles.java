package org.basinlab.trajectories;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link LorenzKernels} in double precision by the Vector API: the operations of {@link PlainLorenzDoubles} in their
 * order. Iterations over the block do not depend on each other, so the processor overlaps them. The stages are a loop
 * and not written out, though that would take a third fewer operations: a method of more than some sixty vector
 * operations is more than the compiler inlines at once, and then, in some runs and not in others, every vector is put
 * on the heap.
 */
final class VectorLorenzDoubles implements LorenzKernels<double[]> {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDE = LANES.length();

    @Override
    public void state(double[][] y, int n, double[] k) {
        for (var i = 0; i < n; i += WIDE) {
            var rho = DoubleVector.fromArray(LANES, y[RHO], i);
            var a = DoubleVector.fromArray(LANES, y[A], i);
            var b = DoubleVector.fromArray(LANES, y[B], i);
            var c = DoubleVector.fromArray(LANES, y[C], i);
            var aStart = a;
            var bStart = b;
            var cStart = c;
            var aEnd = a;
            var bEnd = b;
            var cEnd = c;
            for (var s = 0; s < LorenzStep.FACTORS; s += LorenzStep.STAGE) {
                var toA = DoubleVector.broadcast(LANES, k[s]);
                var toB = DoubleVector.broadcast(LANES, k[s + 1]);
                var toC = DoubleVector.broadcast(LANES, k[s + 2]);
                var inA = DoubleVector.broadcast(LANES, k[s + 3]);
                var inB = DoubleVector.broadcast(LANES, k[s + 4]);
                var inC = DoubleVector.broadcast(LANES, k[s + 5]);
                var r = rho.sub(c);
                var ka = b.add(a);
                var kb = a.fma(r, b);
                var kc = a.fma(b, c);
                a = ka.fma(toA, aStart);
                b = kb.fma(toB, bStart);
                c = kc.fma(toC, cStart);
                aEnd = ka.fma(inA, aEnd);
                bEnd = kb.fma(inB, bEnd);
                cEnd = kc.fma(inC, cEnd);
            }
            aEnd.intoArray(y[A], i);
            bEnd.intoArray(y[B], i);
            cEnd.intoArray(y[C], i);
        }
    }

    @Override
    public void free(double[][] y, int n, double[] k) {
        for (var i = 0; i < n; i += WIDE) {
            var rho = DoubleVector.fromArray(LANES, y[RHO], i);
            var a = DoubleVector.fromArray(LANES, y[A], i);
            var b = DoubleVector.fromArray(LANES, y[B], i);
            var c = DoubleVector.fromArray(LANES, y[C], i);
            var va = DoubleVector.fromArray(LANES, y[VA], i);
            var vb = DoubleVector.fromArray(LANES, y[VB], i);
            var vc = DoubleVector.fromArray(LANES, y[VC], i);
            var aStart = a;
            var bStart = b;
            var cStart = c;
            var vaStart = va;
            var vbStart = vb;
            var vcStart = vc;
            var aEnd = a;
            var bEnd = b;
            var cEnd = c;
            var vaEnd = va;
            var vbEnd = vb;
            var vcEnd = vc;
            for (var s = 0; s < LorenzStep.FACTORS; s += LorenzStep.STAGE) {
                var toA = DoubleVector.broadcast(LANES, k[s]);
                var toB = DoubleVector.broadcast(LANES, k[s + 1]);
                var toC = DoubleVector.broadcast(LANES, k[s + 2]);
                var inA = DoubleVector.broadcast(LANES, k[s + 3]);
                var inB = DoubleVector.broadcast(LANES, k[s + 4]);
                var inC = DoubleVector.broadcast(LANES, k[s + 5]);
                var r = rho.sub(c);
                var ka = b.add(a);
                var kb = a.fma(r, b);
                var kc = a.fma(b, c);
                var minus = a.neg();
                var kva = vb.add(va);
                var kvb = r.fma(va, minus.fma(vc, vb));
                var kvc = b.fma(va, a.fma(vb, vc));
                a = ka.fma(toA, aStart);
                b = kb.fma(toB, bStart);
                c = kc.fma(toC, cStart);
                va = kva.fma(toA, vaStart);
                vb = kvb.fma(toB, vbStart);
                vc = kvc.fma(toC, vcStart);
                aEnd = ka.fma(inA, aEnd);
                bEnd = kb.fma(inB, bEnd);
                cEnd = kc.fma(inC, cEnd);
                vaEnd = kva.fma(inA, vaEnd);
                vbEnd = kvb.fma(inB, vbEnd);
                vcEnd = kvc.fma(inC, vcEnd);
            }
            aEnd.intoArray(y[A], i);
            bEnd.intoArray(y[B], i);
            cEnd.intoArray(y[C], i);
            vaEnd.intoArray(y[VA], i);
            vbEnd.intoArray(y[VB], i);
            vcEnd.intoArray(y[VC], i);
        }
    }

    @Override
    public void driven(double[][] y, int n, double[] k) {
        for (var i = 0; i < n; i += WIDE) {
            var rho = DoubleVector.fromArray(LANES, y[RHO], i);
            var a = DoubleVector.fromArray(LANES, y[A], i);
            var b = DoubleVector.fromArray(LANES, y[B], i);
            var c = DoubleVector.fromArray(LANES, y[C], i);
            var wb = DoubleVector.fromArray(LANES, y[VA], i);
            var wc = DoubleVector.fromArray(LANES, y[VB], i);
            var aStart = a;
            var bStart = b;
            var cStart = c;
            var wbStart = wb;
            var wcStart = wc;
            var aEnd = a;
            var bEnd = b;
            var cEnd = c;
            var wbEnd = wb;
            var wcEnd = wc;
            for (var s = 0; s < LorenzStep.FACTORS; s += LorenzStep.STAGE) {
                var toA = DoubleVector.broadcast(LANES, k[s]);
                var toB = DoubleVector.broadcast(LANES, k[s + 1]);
                var toC = DoubleVector.broadcast(LANES, k[s + 2]);
                var inA = DoubleVector.broadcast(LANES, k[s + 3]);
                var inB = DoubleVector.broadcast(LANES, k[s + 4]);
                var inC = DoubleVector.broadcast(LANES, k[s + 5]);
                var r = rho.sub(c);
                var ka = b.add(a);
                var kb = a.fma(r, b);
                var kc = a.fma(b, c);
                var minus = a.neg();
                var kwb = minus.fma(wc, wb);
                var kwc = a.fma(wb, wc);
                a = ka.fma(toA, aStart);
                b = kb.fma(toB, bStart);
                c = kc.fma(toC, cStart);
                wb = kwb.fma(toB, wbStart);
                wc = kwc.fma(toC, wcStart);
                aEnd = ka.fma(inA, aEnd);
                bEnd = kb.fma(inB, bEnd);
                cEnd = kc.fma(inC, cEnd);
                wbEnd = kwb.fma(inB, wbEnd);
                wcEnd = kwc.fma(inC, wcEnd);
            }
            aEnd.intoArray(y[A], i);
            bEnd.intoArray(y[B], i);
            cEnd.intoArray(y[C], i);
            wbEnd.intoArray(y[VA], i);
            wcEnd.intoArray(y[VB], i);
        }
    }

    @Override
    public void both(double[][] y, int n, double[] k) {
        for (var i = 0; i < n; i += WIDE) {
            var rho = DoubleVector.fromArray(LANES, y[RHO], i);
            var a = DoubleVector.fromArray(LANES, y[A], i);
            var b = DoubleVector.fromArray(LANES, y[B], i);
            var c = DoubleVector.fromArray(LANES, y[C], i);
            var va = DoubleVector.fromArray(LANES, y[VA], i);
            var vb = DoubleVector.fromArray(LANES, y[VB], i);
            var vc = DoubleVector.fromArray(LANES, y[VC], i);
            var wb = DoubleVector.fromArray(LANES, y[WB], i);
            var wc = DoubleVector.fromArray(LANES, y[WC], i);
            var aStart = a;
            var bStart = b;
            var cStart = c;
            var vaStart = va;
            var vbStart = vb;
            var vcStart = vc;
            var wbStart = wb;
            var wcStart = wc;
            var aEnd = a;
            var bEnd = b;
            var cEnd = c;
            var vaEnd = va;
            var vbEnd = vb;
            var vcEnd = vc;
            var wbEnd = wb;
            var wcEnd = wc;
            for (var s = 0; s < LorenzStep.FACTORS; s += LorenzStep.STAGE) {
                var toA = DoubleVector.broadcast(LANES, k[s]);
                var toB = DoubleVector.broadcast(LANES, k[s + 1]);
                var toC = DoubleVector.broadcast(LANES, k[s + 2]);
                var inA = DoubleVector.broadcast(LANES, k[s + 3]);
                var inB = DoubleVector.broadcast(LANES, k[s + 4]);
                var inC = DoubleVector.broadcast(LANES, k[s + 5]);
                var r = rho.sub(c);
                var ka = b.add(a);
                var kb = a.fma(r, b);
                var kc = a.fma(b, c);
                var minus = a.neg();
                var kva = vb.add(va);
                var kvb = r.fma(va, minus.fma(vc, vb));
                var kvc = b.fma(va, a.fma(vb, vc));
                var kwb = minus.fma(wc, wb);
                var kwc = a.fma(wb, wc);
                a = ka.fma(toA, aStart);
                b = kb.fma(toB, bStart);
                c = kc.fma(toC, cStart);
                va = kva.fma(toA, vaStart);
                vb = kvb.fma(toB, vbStart);
                vc = kvc.fma(toC, vcStart);
                wb = kwb.fma(toB, wbStart);
                wc = kwc.fma(toC, wcStart);
                aEnd = ka.fma(inA, aEnd);
                bEnd = kb.fma(inB, bEnd);
                cEnd = kc.fma(inC, cEnd);
                vaEnd = kva.fma(inA, vaEnd);
                vbEnd = kvb.fma(inB, vbEnd);
                vcEnd = kvc.fma(inC, vcEnd);
                wbEnd = kwb.fma(inB, wbEnd);
                wcEnd = kwc.fma(inC, wcEnd);
            }
            aEnd.intoArray(y[A], i);
            bEnd.intoArray(y[B], i);
            cEnd.intoArray(y[C], i);
            vaEnd.intoArray(y[VA], i);
            vbEnd.intoArray(y[VB], i);
            vcEnd.intoArray(y[VC], i);
            wbEnd.intoArray(y[WB], i);
            wcEnd.intoArray(y[WC], i);
        }
    }

    @Override
    public void held(double[][] y, int n, double[] k, double[] held) {
        for (var i = 0; i < n; i += WIDE) {
            var rho = DoubleVector.fromArray(LANES, y[RHO], i);
            var a = DoubleVector.fromArray(LANES, y[A], i);
            var b = DoubleVector.fromArray(LANES, y[B], i);
            var c = DoubleVector.fromArray(LANES, y[C], i);
            var va = DoubleVector.fromArray(LANES, y[VA], i);
            var vb = DoubleVector.fromArray(LANES, y[VB], i);
            var vc = DoubleVector.fromArray(LANES, y[VC], i);
            var aStart = a;
            var bStart = b;
            var cStart = c;
            var vaStart = va;
            var vbStart = vb;
            var vcStart = vc;
            var aEnd = a;
            var bEnd = b;
            var cEnd = c;
            var vaEnd = va;
            var vbEnd = vb;
            var vcEnd = vc;
            for (var s = 0; s < LorenzStep.FACTORS; s += LorenzStep.STAGE) {
                var toA = DoubleVector.broadcast(LANES, k[s]);
                var toB = DoubleVector.broadcast(LANES, k[s + 1]);
                var toC = DoubleVector.broadcast(LANES, k[s + 2]);
                var inA = DoubleVector.broadcast(LANES, k[s + 3]);
                var inB = DoubleVector.broadcast(LANES, k[s + 4]);
                var inC = DoubleVector.broadcast(LANES, k[s + 5]);
                var toVa = DoubleVector.broadcast(LANES, held[s]);
                var toVb = DoubleVector.broadcast(LANES, held[s + 1]);
                var toVc = DoubleVector.broadcast(LANES, held[s + 2]);
                var inVa = DoubleVector.broadcast(LANES, held[s + 3]);
                var inVb = DoubleVector.broadcast(LANES, held[s + 4]);
                var inVc = DoubleVector.broadcast(LANES, held[s + 5]);
                var r = rho.sub(c);
                var ka = b.add(a);
                var kb = a.fma(r, b);
                var kc = a.fma(b, c);
                var minus = a.neg();
                var kva = vb.add(va);
                var kvb = r.fma(va, minus.fma(vc, vb));
                var kvc = b.fma(va, a.fma(vb, vc));
                a = ka.fma(toA, aStart);
                b = kb.fma(toB, bStart);
                c = kc.fma(toC, cStart);
                va = kva.fma(toVa, vaStart);
                vb = kvb.fma(toVb, vbStart);
                vc = kvc.fma(toVc, vcStart);
                aEnd = ka.fma(inA, aEnd);
                bEnd = kb.fma(inB, bEnd);
                cEnd = kc.fma(inC, cEnd);
                vaEnd = kva.fma(inVa, vaEnd);
                vbEnd = kvb.fma(inVb, vbEnd);
                vcEnd = kvc.fma(inVc, vcEnd);
            }
            aEnd.intoArray(y[A], i);
            bEnd.intoArray(y[B], i);
            cEnd.intoArray(y[C], i);
            vaEnd.intoArray(y[VA], i);
            vbEnd.intoArray(y[VB], i);
            vcEnd.intoArray(y[VC], i);
        }
    }
}
