// One step of the slides' 784-100-10 network (COURSE C4) as a plain loop, all deltas before any update: network STEPS
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { IN = 784, HIDDEN = 100, OUT = 10, ROWS = 64 };

static double W2[IN][HIDDEN], b2[HIDDEN], W3[HIDDEN][OUT], b3[OUT];
static double x[ROWS][IN], target[ROWS][OUT];

static double uniform(void) { return rand() / (RAND_MAX + 1.0); }
static double sigmoid(double z) { return 1 / (1 + exp(-z)); }

static double train(const double *restrict a1, const double *restrict t, double rate)
{
    double a2[HIDDEN], a3[OUT], delta2[HIDDEN], delta3[OUT], loss = 0;
    for (int j = 0; j < HIDDEN; j++) a2[j] = b2[j];
    for (int i = 0; i < IN; i++)
        for (int j = 0; j < HIDDEN; j++) a2[j] += a1[i] * W2[i][j];
    for (int j = 0; j < HIDDEN; j++) a2[j] = sigmoid(a2[j]);
    for (int k = 0; k < OUT; k++) a3[k] = b3[k];
    for (int j = 0; j < HIDDEN; j++)
        for (int k = 0; k < OUT; k++) a3[k] += a2[j] * W3[j][k];
    for (int k = 0; k < OUT; k++) {
        a3[k] = sigmoid(a3[k]);
        loss += (a3[k] - t[k]) * (a3[k] - t[k]) / 2;
        delta3[k] = (a3[k] - t[k]) * a3[k] * (1 - a3[k]);
    }
    for (int j = 0; j < HIDDEN; j++) {
        double sum = 0;
        for (int k = 0; k < OUT; k++) sum += delta3[k] * W3[j][k];
        delta2[j] = sum * a2[j] * (1 - a2[j]);
    }
    for (int j = 0; j < HIDDEN; j++)
        for (int k = 0; k < OUT; k++) W3[j][k] -= rate * a2[j] * delta3[k];
    for (int k = 0; k < OUT; k++) b3[k] -= rate * delta3[k];
    for (int i = 0; i < IN; i++)
        for (int j = 0; j < HIDDEN; j++) W2[i][j] -= rate * a1[i] * delta2[j];
    for (int j = 0; j < HIDDEN; j++) b2[j] -= rate * delta2[j];
    return loss;
}

static int compare(const void *a, const void *b) { return (*(double *)a > *(double *)b) - (*(double *)a < *(double *)b); }

int main(int argc, char **argv)
{
    int steps = argc > 1 ? atoi(argv[1]) : 5000;
    for (int i = 0; i < IN; i++)
        for (int j = 0; j < HIDDEN; j++) W2[i][j] = (uniform() * 2 - 1) * sqrt(3.0 / IN);
    for (int j = 0; j < HIDDEN; j++)
        for (int k = 0; k < OUT; k++) W3[j][k] = (uniform() * 2 - 1) * sqrt(3.0 / HIDDEN);
    for (int j = 0; j < HIDDEN; j++) b2[j] = uniform();
    for (int k = 0; k < OUT; k++) b3[k] = uniform();
    for (int r = 0; r < ROWS; r++) {
        for (int i = 0; i < IN; i++) x[r][i] = 0.01 + 0.99 * uniform();
        for (int k = 0; k < OUT; k++) target[r][k] = 0.01;
        target[r][rand() % OUT] = 0.99;
    }
    double loss = 0, *times = malloc(steps * sizeof(double));
    for (int step = 0; step < steps; step++) {
        struct timespec start, end;
        clock_gettime(CLOCK_MONOTONIC, &start);
        loss += train(x[step % ROWS], target[step % ROWS], 0.3);
        clock_gettime(CLOCK_MONOTONIC, &end);
        times[step] = (end.tv_sec - start.tv_sec) * 1e6 + (end.tv_nsec - start.tv_nsec) / 1e3;
    }
    qsort(times, steps, sizeof(double), compare);
    printf("%.2f microseconds a step, loss %g\n", times[steps / 2], loss);
    return 0;
}
